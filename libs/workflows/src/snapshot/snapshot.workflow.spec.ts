import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Context } from '@temporalio/activity';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  END_RECORDED,
  STATUS_QUERY,
  type EndTaskRequest,
  type SnapshotActivities,
  type SoleActivityRun,
  type TaskInput,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';

describe('the workflow of a snapshot', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());

  const INPUT: TaskInput = {
    ...{ taskId: 'tsk_1', attempt: 1, ownerId: 'installation', conversationId: null, clipId: null },
    timeouts: { startToCloseMs: 60_000, heartbeatMs: 5_000 },
    parallelActivities: 1,
  };

  /** Runs a snapshot whose activity is scripted. @returns the ends that the workflow has recorded */
  async function run(
    takeSnapshot: SnapshotActivities['takeSnapshot'],
    scenario: (handle: WorkflowHandle) => Promise<void>,
  ): Promise<readonly EndTaskRequest[]> {
    const ends: EndTaskRequest[] = [];
    const endTask = (request: EndTaskRequest) => Promise.resolve(void ends.push(request));
    const bundle = { workflowBundle: await workflowBundle() };
    const workers = await Promise.all([
      temporal.worker({ taskQueue: 'orchestration', activities: { endTask }, ...bundle }),
      temporal.worker({
        taskQueue: 'maintenance',
        activities: { takeSnapshot },
        maxHeartbeatThrottleInterval: 100,
      }),
    ]);
    const runs = workers.map((worker) => worker.run());
    const handle = await temporal.client.workflow.start('snapshot', {
      workflowId: 'snapshot:installation',
      taskQueue: 'orchestration',
      args: [INPUT],
    });
    try {
      await scenario(handle);
    } finally {
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
    }
    return ends;
  }

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
    const takeSnapshot = async () => {
      const context = Context.current();
      steps.push('started');
      const beat = setInterval(() => context.heartbeat(), 50);
      try {
        return await context.cancelled;
      } finally {
        clearInterval(beat);
        steps.push('stopped');
      }
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
