import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import type { WorkflowHandle } from '@temporalio/client';
import {
  END_RECORDED,
  STATUS_QUERY,
  type CleanUpActivities,
  type RemovedUnused,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

describe('the workflow of a clean-up', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  /** Runs it with scripted activities. @returns the ends that the workflow has recorded */
  const run = (
    given: Partial<CleanUpActivities>,
    scenario: (handle: WorkflowHandle) => Promise<void>,
  ) => {
    const activities: CleanUpActivities = {
      purgeBin: () => Promise.resolve({ kind: 'done', items: 2 }),
      removeUnused: () => Promise.resolve({ kind: 'done' }),
      ...given,
    };
    return tasks.run('clean_up', { ...activities }, scenario);
  };
  const statusOf = (handle: WorkflowHandle) => handle.query<WorkflowStatus>(STATUS_QUERY);

  it('purges and removes, round after round, until nothing is left', async () => {
    const given: unknown[] = [];
    const answers: RemovedUnused['kind'][] = ['again', 'done'];
    const ends = await run(
      {
        purgeBin: (step) => {
          given.push(step);
          return Promise.resolve({ kind: 'done', items: 2 });
        },
        removeUnused: (step) => {
          given.push(step);
          return Promise.resolve({ kind: answers.shift() ?? 'done' });
        },
      },
      async (handle) => {
        await handle.result();
        expect(await statusOf(handle)).toMatchObject({ stage: 'remove', done: 4, percent: 100 });
      },
    );
    const steps = ['purge', 'remove', 'purge', 'remove'];
    expect(given).toMatchObject(steps.map((endsIn) => ({ taskId: 'tsk_1', attempt: 1, endsIn })));
    expect(ends).toEqual([]);
  });

  it('does nothing more when its run has ended', async () => {
    let removals = 0;
    await run(
      {
        purgeBin: () => Promise.resolve({ kind: 'skip' }),
        removeUnused: () => {
          removals += 1;
          return Promise.resolve({ kind: 'done' });
        },
      },
      async (handle) => {
        await handle.result();
      },
    );
    expect(removals).toBe(0);
  });

  it('waits for a backup, and can be cancelled while it does', async () => {
    let rounds = 0;
    const ends = await run(
      {
        removeUnused: () => {
          rounds += 1;
          return Promise.resolve({ kind: 'waits' });
        },
      },
      async (handle) => {
        await eventually(async () => {
          expect((await handle.fetchHistory()).events?.some(isTimer)).toBe(true);
        });
        expect(await statusOf(handle)).toMatchObject({ stage: 'remove', done: 2, percent: 0 });
        await handle.cancel();
        await expect(handle.result()).rejects.toThrow();
      },
    );
    expect(rounds).toBe(1);
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });

  it('records a failure unless its activity has done so', async () => {
    const failing = (...details: unknown[]) =>
      run(
        {
          removeUnused: () => {
            throw ApplicationFailure.nonRetryable('The disk is away.', 'internal', ...details);
          },
        },
        (handle) => expect(handle.result()).rejects.toThrow(),
      );
    expect(await failing(null, END_RECORDED)).toEqual([]);
    expect(await failing()).toMatchObject([
      { ending: { state: 'failed', error: { code: 'internal', stage: 'remove' } } },
    ]);
  });

  it('waits until its activity has stopped when it is cancelled', async () => {
    const steps: string[] = [];
    const purgeBin = () => {
      steps.push('started');
      return untilCancelled().finally(() => steps.push('stopped'));
    };
    const ends = await run({ purgeBin }, async (handle) => {
      await eventually(() => expect(steps).toEqual(['started']));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect(steps).toEqual(['started', 'stopped']);
    });
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

function isTimer(event: NonNullable<History['events']>[number]): boolean {
  return Boolean(event.timerStartedEventAttributes);
}
