import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  taskPageSchema,
  taskSchema,
  TEST_TASK_TYPES,
  type Task,
  type TestTaskType,
} from '#contracts/api';
import {
  CorrectionsRepository,
  SummariesRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  type OpenDatabase,
} from '#store';
import { useGateway } from '../../../../test/support/gateway.ts';
import { DATABASE } from '../infrastructure/database.module.ts';
import { PLAIN_RESULT } from '../../../../libs/store/src/summary-result.fixture.ts';

/**
 * The calls of the application whose task worker polled a table every five seconds: it creates test
 * tasks, and its Processing page lists all tasks with their states, times and durations.
 */
describe('the calls of the old task worker', () => {
  const gateway = useGateway();

  const make = async (type: TestTaskType) => {
    const response = await fetch(`${gateway.url}/tasks/test/${type}`, { method: 'POST' });
    return taskSchema.parse(await response.json());
  };
  const list = async (query = '') => {
    const response = await fetch(`${gateway.url}/tasks${query}`);
    return taskPageSchema.parse(await response.json()).items;
  };
  const shown = async ({ id }: Task) => (await list()).find((task) => task.id === id);
  const runOf = ({ id, attempt }: Task) => ({ taskId: id, attempt });
  const repositories = () => {
    const { db } = gateway.app.get<OpenDatabase>(DATABASE);
    return {
      transcriptions: new TranscriptionRepository(db),
      transcripts: new TranscriptsRepository(db),
      corrections: new CorrectionsRepository(db),
      summaries: new SummariesRepository(db),
      tasks: new TasksRepository(db),
    };
  };

  /** The result that a worker stores, for a task of each type. */
  const WORKERS = {
    transcription: {
      start: (task: Task) => repositories().transcriptions.start(runOf(task), 'run'),
      complete: (task: Task) =>
        repositories().transcripts.complete(runOf(task), task.clipId ?? '', async function* () {
          yield { startMs: 0, endMs: 900, text: 'Good morning.', words: [], confidence: 1 };
          return { engine: 'e', segmentCount: 1, wordCount: 2, narratives: [], warnings: [] };
        }),
    },
    correction: {
      start: (task: Task) => repositories().corrections.start(runOf(task), 'run'),
      complete: (task: Task) =>
        repositories().corrections.complete(runOf(task), {
          engine: 'e',
          corrections: [],
          warnings: [],
        }),
    },
    summary: {
      start: (task: Task) => repositories().summaries.start(runOf(task), 'run'),
      complete: (task: Task) =>
        repositories().summaries.complete(runOf(task), {
          revision: 1,
          engine: 'e',
          ...PLAIN_RESULT,
          turnCount: 12,
          content: { overview: 'A launch.', keyPoints: [], decisions: [], actionItems: [] },
          warnings: [],
        }),
    },
  } as const;

  describe.each(TEST_TASK_TYPES)('for a task of %s', (type) => {
    let task: Task;
    beforeEach(async () => {
      task = await make(type);
    });

    it('create it, and list it as pending', async () => {
      expect(await shown(task)).toMatchObject({
        type,
        state: 'pending',
        startedAt: null,
        endedAt: null,
        durationMs: null,
        error: null,
      });
    });

    it('see it running and then completed, with its start, its end and its duration', async () => {
      await WORKERS[type].start(task);
      const running = await shown(task);
      expect(running).toMatchObject({ state: 'running', endedAt: null });
      expect(running?.durationMs).toBeGreaterThanOrEqual(0);
      await WORKERS[type].complete(task);
      const completed = await shown(task);
      expect(completed).toMatchObject({
        state: 'completed',
        startedAt: running?.startedAt,
        progress: { percent: 100 },
        error: null,
      });
      expectTimes(completed);
    });

    it.each([
      ['failed', 'internal'],
      ['timedOut', 'timed_out'],
    ] as const)('see it %s, with the reason and the next action', async (state, code) => {
      await WORKERS[type].start(task);
      await repositories().tasks.end(runOf(task), {
        state: 'failed',
        error: {
          code,
          stage: 'decode',
          message: 'It did not work.',
          retryable: true,
          nextAction: 'Retry the task.',
        },
      });
      const failed = await shown(task);
      expect(failed).toMatchObject({
        state,
        error: { code, message: 'It did not work.', nextAction: 'Retry the task.' },
      });
      expectTimes(failed);
    });
  });

  it('list all tasks, newest first, and those of one state or type', async () => {
    const made = [await make('transcription'), await make('correction'), await make('summary')];
    const newest = (await list()).slice(0, 3).map(({ id }) => id);
    expect(newest).toEqual(made.map(({ id }) => id).reverse());
    await WORKERS.correction.start(made[1]!);
    const pending = (await list('?state=pending')).map(({ id }) => id);
    expect(pending).toEqual(expect.arrayContaining([made[0]!.id, made[2]!.id]));
    expect(pending).not.toContain(made[1]!.id);
    for (const each of await list('?type=summary')) expect(each.type).toBe('summary');
  });
});

/** A task that has ended has a start and an end, and their difference is its duration. */
function expectTimes(task: Task | undefined): void {
  const startedAt = Date.parse(task?.startedAt ?? '');
  const endedAt = Date.parse(task?.endedAt ?? '');
  expect(startedAt).toBeGreaterThanOrEqual(Date.parse(task?.createdAt ?? ''));
  expect(endedAt).toBeGreaterThanOrEqual(startedAt);
  expect(task?.durationMs).toBe(endedAt - startedAt);
}
