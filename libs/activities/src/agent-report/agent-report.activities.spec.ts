import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FactDraft, FactValue } from '#contracts/model';
import { AppError } from '#platform';
import { TestWorker } from '../worker.fixture.ts';
import { TestProject } from './reports.fixture.ts';

const VENUE = { speaker: 'Ada', text: 'We paid 12,000 euros for the venue.' };
const BAND = { speaker: 'Ben', text: 'The band costs 3,000 euros, I paid it yesterday.' };

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

/** A draft as a model writes it. */
function aDraft(given: Partial<FactDraft>): FactDraft {
  return {
    ...{ line: 0, quote: VENUE.text, type: 'expense', label: 'venue', value: euros('12000') },
    ...{ on: null, who: 'Ada', status: null, category: null, certainty: 'certain' },
    corrects: false,
    ...given,
  };
}

function euros(amount: string): FactValue {
  return { kind: 'money', amount, currency: 'EUR' };
}

describe('a report', () => {
  it('has the facts of all conversations of its project, each with its place', async () => {
    const project = await TestProject.create(worker);
    const first = await project.converse(VENUE);
    await project.converse(BAND);
    const task = await project.report();
    expect(task).toMatchObject({ state: 'completed', step: 'write', done: 2, total: 2 });
    const { content, counts, current, complete } = await project.latest();
    expect(content.entries.map(({ value }) => value)).toEqual([
      expect.objectContaining({ amount: expect.stringMatching(/^12000/) }),
      expect.objectContaining({ amount: expect.stringMatching(/^3000/) }),
    ]);
    expect({ counts, current, complete }).toMatchObject({
      counts: { conversations: 2, documents: 0, facts: 2, sourcesRead: 2, sourcesFailed: 0 },
      ...{ current: true, complete: true },
    });
    const [fact] = await project.facts();
    expect(fact?.citation).toMatchObject({ kind: 'spoken', conversationId: first, clipId: null });
  });

  it('reads nothing again when nothing has changed', async () => {
    const project = await TestProject.create(worker);
    for (const turn of [VENUE, BAND]) await project.converse(turn);
    await project.report();
    expect(worker.language.factReadings).toHaveLength(2);
    await project.report();
    expect(worker.language.factReadings).toHaveLength(2);
    expect((await project.latest()).counts).toMatchObject({ sourcesRead: 0, facts: 2 });
  });

  it('reads a passage that is said twice in a conversation once', async () => {
    const project = await TestProject.create(worker);
    await project.converse(...Array.from({ length: 40 }, () => VENUE));
    worker.language.maxPassageCharacters = VENUE.text.length + 1;
    await project.report();
    const before = worker.language.factReadings.length;
    expect(before).toBeLessThan(40);
    const { rows } = await worker.database.pool.query(
      'SELECT key FROM engine_answers WHERE times_made > 1',
    );
    expect(rows).toEqual([]);
    expect((await project.latest()).counts).toMatchObject({ facts: 40 });
  });

  it('reads only what is new of a conversation that goes on', async () => {
    const project = await TestProject.create(worker);
    const talk = Array.from({ length: 40 }, (_, turn) => ({
      speaker: 'Ada',
      text: `${turn} ${'x'.repeat(400)}`,
    }));
    const id = await project.converse(...talk);
    await project.report();
    const before = worker.language.factReadings.length;
    expect(before).toBeGreaterThan(2);
    const exchange = { conversationId: id, turns: [BAND], narratives: [] };
    await worker.repositories.exchanges.add(exchange, null);
    expect((await project.latest()).current).toBe(false);
    await project.report();
    expect(worker.language.factReadings.length).toBeLessThanOrEqual(before + 2);
    expect((await project.latest()).current).toBe(true);
  });

  it('reads everything again with another engine, and finds its answers again later', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    await project.report();
    await project.report('financial', 'other');
    expect(worker.otherLanguage.factReadings).toHaveLength(1);
    await project.report('financial');
    expect(worker.language.factReadings).toHaveLength(1);
  });

  it('goes on where a lost worker has stopped', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    await project.converse(BAND);
    const task = await project.request();
    const run = { taskId: task.id, attempt: 1 };
    await worker.run((all) => all.collectSources(run));
    worker.language.facts = ({ passage, reader, context }) => {
      if (worker.language.factReadings.length === 2) throw new Error('the worker is lost');
      return reader.read(passage, context);
    };
    await expect(worker.run((all) => all.readSources(run))).rejects.toThrow();
    worker.language.facts = ({ passage, reader, context }) => reader.read(passage, context);
    expect(await worker.run((all) => all.readSources(run))).toMatchObject({ read: 1, unread: 0 });
    await worker.run((all) => all.writeReport({ ...run, endsIn: 'write' }));
    expect((await project.content()).entries).toHaveLength(2);
  });

  it('notes a source that an engine refuses, and has the others', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    await project.converse(BAND);
    worker.language.facts = ({ passage, reader, context }) => {
      if (passage.lines.some(({ text }) => text === VENUE.text)) {
        throw new AppError('language_engine_refused', 'The model refuses.');
      }
      return reader.read(passage, context);
    };
    const task = await project.report();
    expect(task).toMatchObject({
      state: 'completed',
      warnings: [{ code: 'source_not_read' }],
    });
    expect((await project.content()).entries).toHaveLength(1);
    worker.language.facts = ({ passage, reader, context }) => reader.read(passage, context);
    await project.report();
    expect((await project.content()).entries).toHaveLength(2);
  });

  it('notes a source to which a model answers nonsense in all tries, and has the others', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    await project.converse(BAND);
    worker.language.facts = ({ passage, reader, context }) => {
      if (passage.lines.some(({ text }) => text === VENUE.text)) {
        throw new AppError('language_answer_invalid', 'The answer is no JSON.');
      }
      return reader.read(passage, context);
    };
    const { id: taskId, attempt } = await project.request();
    const run = { taskId, attempt };
    await worker.run((all) => all.collectSources(run));
    const read = (tryNumber: number) => worker.run((all) => all.readSources(run), tryNumber);
    await expect(read(4)).rejects.toMatchObject({ type: 'language_answer_invalid' });
    expect(await read(5)).toMatchObject({ kind: 'done', read: 2, unread: 0 });
    await worker.run((all) => all.writeReport({ ...run, endsIn: 'write' }));
    expect(await worker.task({ taskId })).toMatchObject({
      state: 'completed',
      warnings: [{ code: 'source_not_read' }],
    });
    expect((await project.content()).entries).toHaveLength(1);
  });

  it('is not made when the key or the model is wrong, which no source can help', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    worker.language.facts = () => {
      throw new AppError('language_engine_misconfigured', 'The key is wrong.');
    };
    await expect(project.report()).rejects.toMatchObject({
      type: 'language_engine_misconfigured',
      nonRetryable: true,
    });
  });

  it('has nothing that a model has made up', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    worker.language.facts = () => [
      aDraft({}),
      aDraft({ value: euros('13000') }),
      aDraft({ quote: 'We paid 12,000 euros for the whole venue.' }),
      aDraft({ who: 'Grace' }),
      aDraft({ on: { date: '2027-01-01', precision: 'day' } }),
      aDraft({ line: 7 }),
      aDraft({ type: 'bribe' }),
    ];
    await project.report();
    const { counts, content } = await project.latest();
    expect(content.entries).toHaveLength(1);
    expect(counts.dropped).toEqual({
      ...{ value_not_in_quote: 1, quote_missing: 1, who_not_in_source: 1, date_not_in_quote: 1 },
      ...{ line_unknown: 1, type_unknown: 1 },
    });
    const gap = counts.gaps?.statements[0];
    expect(gap).toMatchObject({
      reason: 'value_not_in_quote',
      at: { kind: 'spoken', conversationId: expect.any(String), turnId: expect.any(String) },
    });
    // A line that is not there has no place.
    expect(counts.gaps?.statements).toHaveLength(5);
  });

  it('writes what is finished when its time is over, and does not complete', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    const task = await project.request();
    const run = { taskId: task.id, attempt: 1 };
    await worker.run((all) => all.collectSources(run));
    await worker.run((all) => all.readSources(run));
    for (const _repeated of [1, 2]) {
      await worker.run((all) => all.writeReport({ ...run, partial: true }));
    }
    expect(await project.latest()).toMatchObject({ complete: false, current: false });
    expect(await worker.task(run)).toMatchObject({ state: 'running' });
    const { items } = await worker.repositories.reports.list(project.id, { limit: 10 });
    expect(items).toHaveLength(1);
  });

  it('of one agent does not wait for, or change, that of the other', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE, { speaker: 'Ben', text: 'I will send the contract by Friday.' });
    const open = await project.request('financial');
    await project.report('performance');
    expect(await worker.task({ taskId: open.id })).toMatchObject({ state: 'pending' });
    expect((await project.content('performance')).entries).toContainEqual(
      expect.objectContaining({ type: 'commitment', who: 'Ben', status: 'open' }),
    );
  });
});

describe('what people decide about a fact', () => {
  it('is in the next report, and outlasts that the source is read again', async () => {
    const project = await TestProject.create(worker);
    const conversationId = await project.converse(VENUE);
    await project.report();
    const [fact] = await project.facts();
    const correction = { value: euros('12500') };
    const decision = { kind: 'corrected', correction } as const;
    await worker.repositories.facts.decide(project.id, fact?.id ?? '', decision);
    expect((await project.latest()).current).toBe(false);
    await project.followDecisions();
    const corrected = { value: { amount: '12500' }, decided: 'corrected', state: 'counted' };
    expect((await project.content()).entries).toMatchObject([corrected]);
    expect(await project.latest()).toMatchObject({ cause: 'decision', current: true });

    const exchange = { conversationId, turns: [BAND], narratives: [] };
    await worker.repositories.exchanges.add(exchange, null);
    await project.report('financial', 'other');
    expect((await project.content()).entries).toMatchObject([corrected, { decided: null }]);
  });

  it('can be undone', async () => {
    const project = await TestProject.create(worker);
    await project.converse(VENUE);
    await project.report();
    const [fact] = await project.facts();
    await worker.repositories.facts.decide(project.id, fact?.id ?? '', { kind: 'rejected' });
    await project.followDecisions();
    expect((await project.content()).entries).toMatchObject([{ state: 'rejected' }]);
    await worker.repositories.facts.decide(project.id, fact?.id ?? '', null);
    await project.followDecisions();
    expect((await project.content()).entries).toMatchObject([{ state: 'counted', decided: null }]);
  });
});

describe('a conversation that leaves its project', () => {
  it('takes its facts with it', async () => {
    const project = await TestProject.create(worker);
    const id = await project.converse(VENUE);
    await project.converse(BAND);
    await project.report();
    await worker.repositories.conversations.change(id, { projectId: null });
    await project.followDecisions();
    expect((await project.content()).entries).toHaveLength(1);
  });
});
