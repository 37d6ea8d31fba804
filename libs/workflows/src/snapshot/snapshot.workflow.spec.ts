import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import {
  END_RECORDED,
  STATUS_QUERY,
  type SnapshotActivities,
  type SoleActivityRun,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { ScriptedTasks, untilCancelled } from '../shared/scripted-tasks.fixture.ts';

describe('the workflow of a snapshot', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  /** Runs a snapshot whose activity is scripted. @returns the ends that the workflow has recorded */
  const run = (
    takeSnapshot: SnapshotActivities['takeSnapshot'],
    scenario: Parameters<ScriptedTasks['run']>[2],
  ) => tasks.run('snapshot', { takeSnapshot }, scenario);

  it('is one activity, which completes the task, and tells its progress in events', async () => {
    const asked: SoleActivityRun[] = [];
    const takeSnapshot: SnapshotActivities['takeSnapshot'] = (given) => {
      asked.push(given);
      return Promise.resolve({ kind: 'done', done: 420, warnings: [], behind: false });
    };
    const ends = await run(takeSnapshot, async (handle) => {
      expect(await handle.result()).toMatchObject({ kind: 'done', done: 420 });
      expect(await handle.query<WorkflowStatus>(STATUS_QUERY)).toMatchObject({
        ...{ stage: 'replay', done: 420, total: 420, percent: 100 },
      });
    });
    expect(asked).toMatchObject([{ taskId: 'tsk_1', attempt: 1, endsIn: 'replay' }]);
    expect(ends).toEqual([]);
  });

  it('records a failure unless its activity has done so', async () => {
    const failing = (...details: unknown[]) =>
      run(
        () => {
          const message = 'Snapshots cannot be kept in /data: ENOSPC.';
          throw ApplicationFailure.nonRetryable(message, 'snapshot_failed', ...details);
        },
        (handle) => expect(handle.result()).rejects.toThrow(),
      );
    expect(await failing(null, END_RECORDED)).toEqual([]);
    expect(await failing()).toMatchObject([
      {
        ...{ taskId: 'tsk_1', attempt: 1 },
        ending: { state: 'failed', error: { code: 'snapshot_failed', stage: 'replay' } },
      },
    ]);
  });

  it('waits until the work has stopped when it is cancelled, and records that', async () => {
    const steps: string[] = [];
    const takeSnapshot = () => {
      steps.push('started');
      return untilCancelled().finally(() => steps.push('stopped'));
    };
    const ends = await run(takeSnapshot, async (handle) => {
      await eventually(() => expect(steps).toEqual(['started']));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect(steps).toEqual(['started', 'stopped']);
    });
    expect(ends).toMatchObject([{ ending: { state: 'cancelled' } }]);
  });
});
