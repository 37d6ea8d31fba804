import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { projectTalks } from '../../../../test/support/project-talks.ts';
import { TestWorker } from '../worker.fixture.ts';
import { TestProject } from './reports.fixture.ts';

const CONVERSATIONS = 200;

let worker: TestWorker;
beforeAll(async () => {
  worker = await TestWorker.open();
});
beforeEach(async () => {
  worker.reset();
  // The tests use the same sentences, which would be read once only.
  await worker.database.pool.query('DELETE FROM engine_answers');
});
afterAll(() => worker.close());

async function projectOf(conversations: number, turns: number): Promise<TestProject> {
  const project = await TestProject.create(worker);
  for (const talk of projectTalks({ conversations, turns, seed: 3 })) {
    await project.converse(...talk);
  }
  return project;
}

/** How often each answer of an engine was made. */
async function timesMade(): Promise<readonly number[]> {
  const { rows } = await worker.database.pool.query<{ times_made: number }>(
    'SELECT times_made FROM engine_answers',
  );
  return rows.map((row) => row.times_made);
}

describe('a project of two hundred conversations', () => {
  it('is read once, however often its reports are made', async () => {
    const project = await projectOf(CONVERSATIONS, 2);
    for (const agent of ['financial', 'performance']) {
      expect(await project.report(agent)).toMatchObject({
        done: CONVERSATIONS,
        state: 'completed',
      });
    }
    const read = worker.language.factReadings.length;
    const before = await project.content();
    expect(read).toBeGreaterThan(CONVERSATIONS);

    for (const agent of ['financial', 'performance']) await project.report(agent);
    expect(worker.language.factReadings).toHaveLength(read);
    expect(await project.latest()).toMatchObject({ content: before, counts: { sourcesRead: 0 } });
    expect(new Set(await timesMade())).toEqual(new Set([1]));
  });
});

describe('an agent whose engine fails for good', () => {
  it('does not hold up the other one, and has its earlier facts', async () => {
    const project = await projectOf(3, 20);
    await project.report('performance');
    const before = await project.facts('performance');
    expect(before.length).toBeGreaterThan(0);
    worker.otherLanguage.facts = ({ reader, passage, context }) => {
      if (reader.name === 'financial') return reader.read(passage, context);
      throw new AppError('language_engine_refused', 'The model refuses.');
    };
    const [failed, other] = await Promise.all([
      project.report('performance', 'other'),
      project.report('financial', 'other'),
    ]);
    expect(failed).toMatchObject({
      state: 'completed',
      warnings: [{ code: 'source_not_read' }],
    });
    expect((await project.latest('performance')).counts).toMatchObject({ sourcesFailed: 3 });
    expect(await project.facts('performance')).toEqual(before);
    expect(other).toMatchObject({ state: 'completed', done: 3, warnings: [] });
    expect((await project.latest()).counts).toMatchObject({ sourcesFailed: 0 });
  });

  it('that cannot be called at all fails alone', async () => {
    const project = await projectOf(3, 20);
    worker.language.facts = ({ reader, passage, context }) => {
      if (reader.name === 'financial') return reader.read(passage, context);
      throw new AppError('language_engine_unavailable', 'The model is away.');
    };
    const [failed, other] = await Promise.allSettled([
      project.report('performance'),
      project.report('financial'),
    ]);
    expect(failed).toMatchObject({
      reason: { type: 'language_engine_unavailable', nonRetryable: false },
    });
    expect(other).toMatchObject({ value: { state: 'completed', done: 3 } });
    const { reports } = worker.repositories;
    expect(await reports.latest(project.id, 'performance')).toBeNull();
  });
});
