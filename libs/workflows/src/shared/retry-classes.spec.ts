import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityInfo, type Info } from '@temporalio/activity';
import type { Worker } from '@temporalio/worker';
import { TASK_QUEUES } from '#contracts/model';
import { WORK_SIGNAL, type EntityInput, type TranscriptionInput } from '#contracts/workflows';
import { RUN_SETTINGS, TIMEOUTS } from '../../../../test/support/run-settings.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { ScriptedConversation } from '../conversation/scripted-conversation.fixture.ts';
import { ScriptedActivities } from '../transcription/scripted-activities.fixture.ts';

const TRANSCRIPTION: TranscriptionInput = {
  taskId: 'task',
  clipId: 'clip',
  ownerId: 'ada',
  conversationId: 'conversation',
  attempt: 1,
  timeouts: TIMEOUTS,
  parallelActivities: 2,
};
const CONVERSATION: EntityInput = {
  id: 'conversation',
  ownerId: 'ada',
  quiet: { quietMs: 100, longestWaitMs: 1_000 },
  idleMs: 500,
  run: RUN_SETTINGS,
};

const LOCAL = ['takeWork'];
const DATABASE = ['endTask', 'stitchTranscript'];
/** Engine work may be long, so a lost worker must be detected before the start-to-close timeout. */
const LONG = [
  'correctSegments',
  'planChunks',
  'probeClip',
  'scoreMemories',
  'summariseConversation',
  'transcribeChunk',
];

describe('the activities that workflows schedule', () => {
  let temporal: TestTemporal;
  const scheduled = new Map<string, Info>();

  beforeAll(async () => {
    temporal = await TestTemporal.open();
    const workers = await Promise.all(TASK_QUEUES.map(workerFor));
    const runs = workers.map((worker) => worker.run());
    await runEveryWorkflow();
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
  }, 120_000);

  afterAll(() => temporal.close());

  const scripted = new ScriptedConversation(CONVERSATION.id, { failing: 'correction' });
  const clip = new ScriptedActivities({ stretches: [1, 1] });

  async function workerFor(taskQueue: string): Promise<Worker> {
    return temporal.worker({
      taskQueue,
      activities: { ...clip.asFunctions(), ...scripted.asFunctions() },
      interceptors: { activity: [() => ({ inbound: { execute: record } })] },
      ...(taskQueue === 'orchestration' ? { workflowBundle: await workflowBundle() } : {}),
    });
  }

  function record<Input, Outcome>(input: Input, next: (input: Input) => Outcome): Outcome {
    const info = activityInfo();
    scheduled.set(info.activityType, info);
    return next(input);
  }

  async function runEveryWorkflow(): Promise<void> {
    scripted.addExchange();
    const common = { taskQueue: 'orchestration' };
    const conversation = await temporal.client.workflow.signalWithStart('conversation', {
      ...common,
      workflowId: 'conversation:conversation',
      args: [CONVERSATION],
      signal: WORK_SIGNAL,
      signalArgs: [],
    });
    const transcription = { ...common, workflowId: 'transcription:clip', args: [TRANSCRIPTION] };
    await temporal.client.workflow.execute('transcription', transcription);
    await conversation.result();
  }

  it('are all covered by this test', () => {
    expect([...scheduled.keys()].sort()).toEqual([...LOCAL, ...DATABASE, ...LONG].sort());
  });

  it.each([...LOCAL, ...DATABASE, ...LONG])(
    'have timeouts for one try and for all tries: %s',
    (name) => {
      const info = scheduled.get(name);
      expect(info?.startToCloseTimeoutMs).toBeGreaterThan(0);
      expect(info?.scheduleToCloseTimeoutMs).toBeGreaterThan(0);
      // Temporal's default is about ten years, which is no limit.
      expect(info?.scheduleToCloseTimeoutMs).toBeLessThanOrEqual(30 * 86_400_000);
    },
  );

  it.each(LONG)('have a heartbeat timeout when they are long: %s', (name) => {
    expect(scheduled.get(name)?.heartbeatTimeoutMs).toBe(5_000);
  });

  it('are tried again at once when a worker that decodes audio was lost', () => {
    expect(scheduled.get('transcribeChunk')?.retryPolicy?.initialInterval).toBe(100);
  });

  it.each(DATABASE)('are short when they send no heartbeats: %s', (name) => {
    expect(scheduled.get(name)?.startToCloseTimeoutMs).toBeLessThanOrEqual(120_000);
  });

  it.each([...DATABASE, ...LONG])(
    'are retried with exponential back-off up to a limit: %s',
    (name) => {
      const policy = scheduled.get(name)?.retryPolicy;
      expect(policy?.backoffCoefficient).toBe(2);
      expect(policy?.maximumInterval).toBeLessThanOrEqual(120_000);
      expect(policy?.maximumAttempts ?? 0).not.toBe(1);
    },
  );
});
