import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import type { EntityInput, EntityTask, TranscriptionInput } from '#contracts/workflows';
import type { TaskRecord } from '#store';
import { eventually } from '../../../../../test/support/eventually.ts';
import { RUN_SETTINGS, TIMEOUTS } from '../../../../../test/support/run-settings.ts';
import { workflowBundle } from '../../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../../test/support/test-temporal.ts';
import { TaskRunReader } from './task-run.reader.ts';

const INPUT: TranscriptionInput = {
  taskId: 'task',
  clipId: 'clip',
  ownerId: 'ada',
  conversationId: 'conversation',
  attempt: 1,
  timeouts: TIMEOUTS,
  parallelActivities: 1,
};

describe('the retries of steps that Temporal knows', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());

  /** Starts a transcription whose first step fails and is retried, and runs checks meanwhile. */
  async function whileItWaits(check: (task: TaskRecord) => Promise<void>): Promise<void> {
    const probeClip = () => {
      const type = 'speech_engine_crashed';
      throw ApplicationFailure.create({ type, message: 'It broke.', nextRetryDelay: '1 minute' });
    };
    const workers = await Promise.all([
      temporal.worker({ taskQueue: 'orchestration', workflowBundle: await workflowBundle() }),
      temporal.worker({ taskQueue: 'speech', activities: { probeClip } }),
    ]);
    const runs = workers.map((worker) => worker.run());
    const workflowId = 'transcription:clip';
    const handle = await temporal.client.workflow.start('transcription', {
      workflowId,
      taskQueue: 'orchestration',
      args: [INPUT],
    });
    const runId = handle.firstExecutionRunId;
    const task: Partial<TaskRecord> = { id: 'task', state: 'running', workflowId, runId };
    try {
      await check(task as TaskRecord);
    } finally {
      await handle.terminate();
    }
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
  }

  it('have a count, a reason and a next time, read once for all callers within half a second; an ended task has none', async () => {
    const reader = new TaskRunReader(temporal.client, temporal.connection);
    await whileItWaits(async (task) => {
      const retries = await eventually(async () => {
        const { retries: known } = await reader.read(task);
        expect(known).toHaveLength(1);
        return known ?? [];
      });
      expect(retries[0]).toMatchObject({
        tries: 1,
        code: 'speech_engine_crashed',
        message: 'It broke.',
      });
      const waitMs = Date.parse(retries[0]?.nextTryAt ?? '') - Date.now();
      expect(waitMs).toBeGreaterThan(10_000);
      expect(waitMs).toBeLessThanOrEqual(60_000);
      const asked = reader.read(task);
      expect(reader.read(task)).toBe(asked);
      await asked;
      expect(reader.read(task)).toBe(asked);
      await eventually(() => expect(reader.read(task)).not.toBe(asked), 2_000);
      expect((await reader.read({ ...task, state: 'completed' })).retries).toBeNull();
      expect((await reader.read({ ...task, workflowId: 'none' })).retries).toBeNull();
    });
  });

  it('are told apart for tasks within the same run, like their steps', async () => {
    const workflowId = 'conversation:cnv_1';
    const tasks = (['correction', 'significance'] as const).map((type): EntityTask => {
      const of = { conversationId: 'cnv_1', clipId: null, total: 1, label: null };
      const terms = { skipsQuietWait: false, priority: 'interactive' } as const;
      return { type, taskId: type, attempt: 1, workflowId, ...of, ...terms };
    });
    const fails = (type: string) => () => {
      throw ApplicationFailure.create({ type, message: 'It broke.', nextRetryDelay: '1 minute' });
    };
    let untaken = tasks;
    const takeWork = () => {
      const taken = { tasks: untaken, more: false, ended: [] };
      untaken = [];
      return Promise.resolve(taken);
    };
    const activities = {
      correctSegments: fails('language_engine_busy'),
      scoreMemories: fails('language_engine_unavailable'),
    };
    const workers = await Promise.all([
      temporal.worker({
        taskQueue: 'orchestration',
        workflowBundle: await workflowBundle(),
        activities: { takeWork },
      }),
      temporal.worker({ taskQueue: 'language', activities }),
    ]);
    const runs = workers.map((worker) => worker.run());
    const quiet = { quietMs: 100, longestWaitMs: 1_000 };
    const input: EntityInput = {
      ...{ id: 'cnv_1', ownerId: 'ada', idleMs: 60_000 },
      ...{ quiet, run: RUN_SETTINGS },
    };
    const handle = await temporal.client.workflow.start('conversation', {
      workflowId,
      taskQueue: 'orchestration',
      args: [input],
    });
    const reader = new TaskRunReader(temporal.client, temporal.connection);
    const runId = handle.firstExecutionRunId;
    const read = (id: string) =>
      reader.read({ id, attempt: 1, state: 'running', workflowId, runId } as TaskRecord);
    try {
      await eventually(async () => {
        const [correction, scoring] = await Promise.all([read('correction'), read('significance')]);
        expect(correction).toMatchObject({
          status: { stage: 'correct' },
          retries: [{ code: 'language_engine_busy' }],
        });
        expect(scoring).toMatchObject({
          status: { stage: 'score' },
          retries: [{ code: 'language_engine_unavailable' }],
        });
      });
    } finally {
      await handle.terminate();
    }
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
  });
});
