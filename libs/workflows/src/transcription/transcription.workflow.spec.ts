import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowFailedError, type WorkflowHandle } from '@temporalio/client';
import { CancelledFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { TASK_QUEUES } from '#contracts/model';
import { STATUS_QUERY, type TranscriptionInput, type WorkflowStatus } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { quietTemporal } from '../../../../test/support/quiet-temporal.ts';
import { TIMEOUTS } from '../../../../test/support/run-settings.ts';
import { startTemporal, type TestServer } from '../../../../test/support/servers.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { ScriptedActivities, type ScriptedClip } from './scripted-activities.fixture.ts';

const LIMITS = { timeouts: TIMEOUTS, parallelActivities: 4 };

let server: TestServer;
let env: TestWorkflowEnvironment;
let started = 0;

beforeAll(async () => {
  quietTemporal();
  // A low limit, so that the server suggests continue-as-new early.
  server = await startTemporal('limit.historyCount.suggestContinueAsNew=100');
  env = await TestWorkflowEnvironment.createFromExistingServer({ address: server.address });
}, 60_000);

afterAll(async () => {
  await env.teardown();
  await server.stop();
});

interface Started {
  readonly activities: ScriptedActivities;
  readonly handle: WorkflowHandle;
}

/**
 * Starts a transcription of a scripted clip, runs the checks of the test, and stops the workers.
 */
async function transcribing(
  clip: ScriptedClip,
  watch: (run: Started) => Promise<void>,
): Promise<void> {
  const activities = new ScriptedActivities(clip);
  const workers = await Promise.all(TASK_QUEUES.map((queue) => workerFor(queue, activities)));
  const runs = workers.map((worker) => worker.run());
  let handle: WorkflowHandle | null = null;
  try {
    handle = await env.client.workflow.start('transcription', {
      workflowId: `transcription:clip-${(started += 1)}`,
      taskQueue: 'orchestration',
      args: [inputOf(started)],
    });
    await watch({ activities, handle });
  } finally {
    // Runs that a failed test has left must not call the activities of the next test.
    await handle?.terminate().catch(() => undefined);
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
  }
}

async function workerFor(taskQueue: string, activities: ScriptedActivities): Promise<Worker> {
  return Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    activities: activities.asFunctions(),
    maxHeartbeatThrottleInterval: 100,
    ...(taskQueue === 'orchestration' ? { workflowBundle: await workflowBundle() } : {}),
  });
}

function inputOf(number: number): TranscriptionInput {
  const ids = { taskId: `task-${number}`, clipId: `clip-${number}`, ownerId: 'ada' };
  return { ...ids, conversationId: 'conversation', attempt: 1, ...LIMITS };
}

function closedGate(): { readonly gate: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { gate: promise, open: () => resolve(undefined) };
}

const statusOf = (handle: WorkflowHandle) => handle.query<WorkflowStatus>(STATUS_QUERY);

describe('the workflow transcription', () => {
  it('probes, decodes every chunk of every stretch once, and stitches', async () => {
    await transcribing({ stretches: [3, 0, 2] }, async ({ activities, handle }) => {
      await handle.result();
      const { log } = activities;
      expect(log.filter((line) => line.startsWith('chunk')).sort()).toEqual(
        [0, 1, 2, 3, 4].map((index) => `chunk ${index}`),
      );
      expect(log.filter((line) => line.startsWith('plan'))).toEqual(['plan 0', 'plan 3', 'plan 3']);
      expect(log[0]).toBe('probe');
      expect(log.at(-1)).toBe('stitch');
      expect(await statusOf(handle)).toMatchObject({ stage: 'stitch', percent: 100 });
    });
  });

  it('plans the first stretch itself when the worker only probes', async () => {
    await transcribing({ stretches: [2], onlyProbes: true }, async ({ activities, handle }) => {
      await handle.result();
      expect(activities.log.slice(0, 2)).toEqual(['probe', 'plan 0']);
      expect(activities.log.filter((line) => line.startsWith('plan'))).toHaveLength(1);
    });
  });

  it('limits the chunks decoded at once, and plans ahead meanwhile', async () => {
    const { gate, open } = closedGate();
    await transcribing({ stretches: [6, 1], gate }, async ({ activities, handle }) => {
      await eventually(() => expect(activities.running).toBe(4));
      await eventually(() => expect(activities.log).toContain('plan 6'));
      expect(await statusOf(handle)).toMatchObject({ stage: 'decode', done: 1_000, total: 72_000 });
      open();
      await handle.result();
      expect(activities.mostRunning).toBe(4);
    });
  });

  it('embeds voices once all chunks are under way, and groups them before it stitches', async () => {
    const { gate, open } = closedGate();
    const clip: ScriptedClip = { stretches: [8, 4], tellsSpeakers: true, gate };
    await transcribing(clip, async ({ activities, handle }) => {
      await eventually(() => expect(activities.running).toBe(4));
      expect(activities.log).not.toContain('voices 0 to 10');
      open();
      await handle.result();
      const { log, stitched } = activities;
      expect(log.slice(-2)).toEqual(['group', 'stitch']);
      expect(log.filter((line) => line.startsWith('voices'))).toEqual([
        'voices 0 to 10',
        'voices 10 to 12',
      ]);
      expect(log.indexOf('chunk 11')).toBeGreaterThan(-1);
      expect(stitched).toEqual({ tellsSpeakers: true });
    });
  });

  it('embeds the voices of all chunks after it has continued in a new run', async () => {
    const clip: ScriptedClip = { stretches: [30, 30, 2], tellsSpeakers: true };
    await transcribing(clip, async ({ activities, handle }) => {
      await handle.result();
      const voices = activities.log.filter((line) => line.startsWith('voices'));
      expect(voices).toHaveLength(7);
      expect(voices.at(-1)).toBe('voices 60 to 62');
      expect(activities.stitched).toEqual({ tellsSpeakers: true });
    });
  });

  it('completes without speakers when voices cannot be embedded', async () => {
    const voicesFailure = 'speech_engine_crashed';
    const clip: ScriptedClip = { stretches: [2], tellsSpeakers: true, voicesFailure };
    await transcribing(clip, async ({ activities, handle }) => {
      await handle.result();
      expect(activities.log).not.toContain('group');
      expect(activities.stitched).toEqual({ voicesFailure });
    });
  });

  it('stops embedding when it is cancelled, before it records that', async () => {
    const { gate: voiceGate } = closedGate();
    const clip: ScriptedClip = { stretches: [2], tellsSpeakers: true, voiceGate };
    await transcribing(clip, async ({ activities, handle }) => {
      await eventually(() => expect(activities.log).toContain('voices 0 to 2'));
      await eventually(async () =>
        expect(await statusOf(handle)).toMatchObject({ stage: 'embed' }),
      );
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow(WorkflowFailedError);
      expect(activities.log.at(-1)).toBe('end cancelled');
      expect(activities.log).not.toContain('stitch');
    });
  });

  it('records the error and the step when it fails', async () => {
    const clip: ScriptedClip = { stretches: [1], probeFailure: 'audio_unreadable' };
    await transcribing(clip, async ({ activities, handle }) => {
      await expect(handle.result()).rejects.toThrow(WorkflowFailedError);
      expect(activities.endings).toEqual([
        {
          taskId: inputOf(started).taskId,
          attempt: 1,
          ending: {
            state: 'failed',
            error: expect.objectContaining({
              code: 'audio_unreadable',
              stage: 'probe',
              message: 'It cannot be read.',
              retryable: false,
            }),
          },
        },
      ]);
      expect((await handle.describe()).status.name).toBe('FAILED');
    });
  });

  it('stops the other chunks when one fails for good, before it records the failure', async () => {
    const { gate } = closedGate();
    const clip: ScriptedClip = { stretches: [3], failingChunk: 1, gate };
    await transcribing(clip, async ({ activities, handle }) => {
      await expect(handle.result()).rejects.toThrow(WorkflowFailedError);
      expect(activities.running).toBe(0);
      expect(activities.log.at(-1)).toBe('end failed');
      expect(activities.log).not.toContain('stitch');
    });
  });

  it('closes as cancelled only after all decoding has stopped', async () => {
    const { gate } = closedGate();
    await transcribing({ stretches: [8], gate }, async ({ activities, handle }) => {
      await eventually(() => expect(activities.running).toBe(4));
      await handle.cancel();
      const ended: unknown = await handle.result().catch((error: unknown) => error);
      expect(ended).toHaveProperty('cause', expect.any(CancelledFailure));
      expect(activities.stopped).toHaveLength(4);
      expect(activities.log.at(-1)).toBe('end cancelled');
    });
  });

  it('does nothing when the run of the task has already ended', async () => {
    await transcribing({ stretches: [1], skip: true }, async ({ activities, handle }) => {
      await handle.result();
      expect(activities.log).toEqual(['probe']);
    });
  });

  it('continues as new for a long clip, without doing anything twice', async () => {
    const stretches = [20, 20, 20, 20, 20];
    await transcribing({ stretches }, async ({ activities, handle }) => {
      const firstRun = await handle.describe();
      await handle.result();
      const chunks = activities.log.filter((line) => line.startsWith('chunk'));
      expect(new Set(chunks).size).toBe(100);
      expect(chunks).toHaveLength(100);
      expect(activities.log.filter((line) => line === 'probe')).toHaveLength(1);
      expect((await handle.describe()).runId).not.toBe(firstRun.runId);
    });
  });
});
