import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import type { WorkflowHandle } from '@temporalio/client';
import {
  END_RECORDED,
  STATUS_QUERY,
  type ErasedOwners,
  type ErasureActivities,
  type ForgottenOwners,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks } from '../shared/scripted-tasks.fixture.ts';

describe('the workflow of an erasure', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  /** Runs it with scripted activities. @returns the ends that the workflow has recorded */
  const run = (
    given: Partial<ErasureActivities>,
    scenario: (handle: WorkflowHandle) => Promise<void>,
  ) => {
    const activities: ErasureActivities = {
      noteErasures: () => Promise.resolve({ kind: 'done' }),
      stopOwners: () => Promise.resolve(),
      eraseOwners: () => Promise.resolve({ kind: 'done', items: 3 }),
      forgetOwners: () => Promise.resolve({ kind: 'done' }),
      ...given,
    };
    return tasks.run('erasure', { ...activities }, scenario);
  };
  const statusOf = (handle: WorkflowHandle) => handle.query<WorkflowStatus>(STATUS_QUERY);

  it('notes first, and does all steps again until nothing is left', async () => {
    const given: unknown[] = [];
    const answers: ForgottenOwners['kind'][] = ['again', 'done'];
    const noting =
      <Result>(result: () => Result) =>
      (step: object) => {
        given.push(step);
        return Promise.resolve(result());
      };
    const ends = await run(
      {
        noteErasures: noting(() => ({ kind: 'done' })),
        stopOwners: noting(() => undefined),
        eraseOwners: noting(() => ({ kind: 'done', items: 3 })),
        forgetOwners: noting(() => ({ kind: answers.shift() ?? 'done' })),
      },
      async (handle) => {
        await handle.result();
        expect(await statusOf(handle)).toMatchObject({ stage: 'forget', done: 6, percent: 100 });
      },
    );
    const steps = ['note', 'stop', 'erase', 'forget'];
    const expected = [...steps, ...steps].map((endsIn) => ({
      taskId: 'tsk_1',
      attempt: 1,
      endsIn,
    }));
    expect(given).toMatchObject(expected);
    expect(ends).toEqual([]);
  });

  it('does nothing more when its run has ended', async () => {
    let erased = 0;
    await run(
      {
        noteErasures: () => Promise.resolve({ kind: 'skip' }),
        eraseOwners: () => {
          erased += 1;
          return Promise.resolve({ kind: 'done', items: 0 });
        },
      },
      async (handle) => {
        await handle.result();
      },
    );
    expect(erased).toBe(0);
  });

  it('waits for a backup before it forgets anything', async () => {
    const answers: ErasedOwners['kind'][] = ['waits', 'done'];
    let forgotten = 0;
    await run(
      {
        eraseOwners: () => Promise.resolve({ kind: answers.shift() ?? 'done', items: 1 }),
        forgetOwners: () => {
          forgotten += 1;
          return Promise.resolve({ kind: 'done' });
        },
      },
      async (handle) => {
        await eventually(async () => {
          expect((await handle.fetchHistory()).events?.some(isTimer)).toBe(true);
        });
        expect(forgotten).toBe(0);
        expect(await statusOf(handle)).toMatchObject({ stage: 'erase', done: 1, percent: 0 });
        await handle.result();
      },
    );
    expect(forgotten).toBe(1);
  });

  it('records a failure unless its activity has done so', async () => {
    const failing = (...details: unknown[]) =>
      run(
        {
          forgetOwners: () => {
            throw ApplicationFailure.nonRetryable(
              'It is away.',
              'temporal_unavailable',
              ...details,
            );
          },
        },
        (handle) => expect(handle.result()).rejects.toThrow(),
      );
    expect(await failing(null, END_RECORDED)).toEqual([]);
    expect(await failing()).toMatchObject([
      { ending: { state: 'failed', error: { code: 'temporal_unavailable', stage: 'forget' } } },
    ]);
  });

  it('records that it was cancelled by an operator, whom nothing here stops', async () => {
    const ends = await run(
      { eraseOwners: () => Promise.resolve({ kind: 'waits', items: 0 }) },
      async (handle) => {
        await eventually(async () => {
          expect((await handle.fetchHistory()).events?.some(isTimer)).toBe(true);
        });
        await handle.cancel();
        await expect(handle.result()).rejects.toThrow();
      },
    );
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

function isTimer(event: NonNullable<History['events']>[number]): boolean {
  return Boolean(event.timerStartedEventAttributes);
}
