import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import {
  END_RECORDED,
  STATUS_QUERY,
  type BulkChangeActivities,
  type SoleActivityRun,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

describe('the workflow of a bulk change', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  /** Runs a bulk change whose activity is scripted. @returns the ends that the workflow has recorded */
  const run = (
    changeInBulk: BulkChangeActivities['changeInBulk'],
    scenario: Parameters<ScriptedTasks['run']>[2],
  ) => tasks.run('bulk_change', { changeInBulk }, scenario);

  it('is one activity, which completes the task', async () => {
    const asked: SoleActivityRun[] = [];
    const changeInBulk: BulkChangeActivities['changeInBulk'] = (given) => {
      asked.push(given);
      return Promise.resolve({ kind: 'done', done: 120, warnings: [], behind: false });
    };
    const ends = await run(changeInBulk, async (handle) => {
      expect(await handle.result()).toMatchObject({ kind: 'done', done: 120 });
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'change', done: 120, total: 120, percent: 100 },
      });
    });
    expect(asked).toMatchObject([{ taskId: 'tsk_1', attempt: 1, endsIn: 'change' }]);
    expect(ends).toEqual([]);
  });

  it('tries again what a lost connection has stopped', async () => {
    let tries = 0;
    const changeInBulk: BulkChangeActivities['changeInBulk'] = () => {
      tries += 1;
      if (tries === 1) throw ApplicationFailure.retryable('gone', 'database_unavailable');
      return Promise.resolve({ kind: 'done', done: 2, warnings: [], behind: false });
    };
    await run(changeInBulk, async (handle) => {
      expect(await handle.result()).toMatchObject({ kind: 'done', done: 2 });
    });
    expect(tries).toBe(2);
  });

  it('records a failure unless its activity has done so', async () => {
    const failing = (...details: unknown[]) =>
      run(
        () => {
          throw ApplicationFailure.nonRetryable('It was removed.', 'not_found', ...details);
        },
        (handle) => expect(handle.result()).rejects.toThrow(),
      );
    expect(await failing(null, END_RECORDED)).toEqual([]);
    expect(await failing()).toMatchObject([
      { ending: { state: 'failed', error: { code: 'not_found', stage: 'change' } } },
    ]);
  });

  it('waits until the work has stopped when it is cancelled, and records that', async () => {
    const steps: string[] = [];
    const changeInBulk = () => {
      steps.push('started');
      return untilCancelled().finally(() => steps.push('stopped'));
    };
    const ends = await run(changeInBulk, async (handle) => {
      await eventually(() => expect(steps).toEqual(['started']));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect(steps).toEqual(['started', 'stopped']);
    });
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});
