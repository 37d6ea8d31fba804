import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { workflowIdOf } from '#contracts/tasks';
import {
  entityWorkflowId,
  STATUS_QUERY,
  WORK_SIGNAL,
  type EntityInput,
  type TaskInput,
  type WorkflowStatus,
} from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { quietTemporal } from '../../../../test/support/quiet-temporal.ts';
import { RUN_SETTINGS, TIMEOUTS } from '../../../../test/support/run-settings.ts';
import { startTemporal, type TestServer } from '../../../../test/support/servers.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { ScriptedConversation, type ConversationScript } from './scripted-conversation.fixture.ts';

const SETTINGS: Omit<EntityInput, 'id'> = {
  ownerId: 'ada',
  quiet: { quietMs: 300, longestWaitMs: 2_000 },
  idleMs: 1_000,
  run: RUN_SETTINGS,
};

let server: TestServer;
let env: TestWorkflowEnvironment;
let created = 0;

beforeAll(async () => {
  quietTemporal();
  // A low limit, so that the server suggests continue-as-new early.
  server = await startTemporal('limit.historyCount.suggestContinueAsNew=120');
  env = await TestWorkflowEnvironment.createFromExistingServer({ address: server.address });
}, 60_000);

afterAll(async () => {
  await env.teardown();
  await server.stop();
});

/** A scripted conversation and its workflow. */
interface Running {
  readonly conversation: ScriptedConversation;
  readonly handle: WorkflowHandle;
  /** Sends a work signal, as the dispatcher does. */
  signal(): Promise<void>;
}

/** Runs a scenario with a conversation while workers run. */
async function withConversation(
  script: ConversationScript,
  scenario: (running: Running) => Promise<void>,
  settings: Partial<EntityInput> = {},
): Promise<void> {
  const conversation = new ScriptedConversation(`cnv-${(created += 1)}`, script);
  const workers = await Promise.all(
    ['orchestration', 'language'].map((q) => workerFor(q, conversation)),
  );
  const runs = workers.map((worker) => worker.run());
  const { conversationId } = conversation;
  const handle = env.client.workflow.getHandle(
    entityWorkflowId({ kind: 'conversation', id: conversationId }),
  );
  const signal = async (): Promise<void> => {
    await env.client.workflow.signalWithStart('conversation', {
      workflowId: handle.workflowId,
      taskQueue: 'orchestration',
      args: [{ ...SETTINGS, ...settings, id: conversationId }],
      signal: WORK_SIGNAL,
      signalArgs: [],
    });
  };
  try {
    await scenario({ conversation, handle, signal });
  } finally {
    // Runs that outlive their test must not call the activities of the next test.
    for (const workflowId of [handle.workflowId, ...conversation.taskWorkflowIds]) {
      await env.client.workflow
        .getHandle(workflowId)
        .terminate()
        .catch(() => undefined);
    }
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
  }
}

async function workerFor(taskQueue: string, conversation: ScriptedConversation): Promise<Worker> {
  return Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    activities: conversation.asFunctions(),
    maxHeartbeatThrottleInterval: 100,
    ...(taskQueue === 'orchestration' ? { workflowBundle: await workflowBundle() } : {}),
  });
}

/** Running workflows whose id starts with a prefix. */
async function runningWorkflows(prefix: string): Promise<readonly WorkflowHandle[]> {
  const found: WorkflowHandle[] = [];
  await eventually(async () => {
    const query = `WorkflowId STARTS_WITH '${prefix}' AND ExecutionStatus = 'Running'`;
    for await (const { workflowId } of env.client.workflow.list({ query })) {
      found.push(env.client.workflow.getHandle(workflowId));
    }
    expect(found).not.toEqual([]);
  });
  return found;
}

function closedGate(): { readonly gate: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { gate: promise, open: () => resolve(undefined) };
}

describe('the workflow of a conversation', () => {
  it('corrects, scores, summarises the corrected text, and ends', async () => {
    await withConversation({}, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.log.filter((entry) => entry !== 'take').sort()).toEqual([
        'correction',
        'significance',
        'summary',
      ]);
      expect(conversation.summarised).toEqual([conversation.revision]);
      const status = await handle.query<WorkflowStatus>(STATUS_QUERY);
      expect(status).toMatchObject({ done: 3, total: 3, percent: 100 });
    });
  });

  it('starts again with the next work signal after it has ended', async () => {
    await withConversation({}, async ({ conversation, handle, signal }) => {
      for (const _round of [1, 2]) {
        conversation.addExchange();
        await signal();
        await handle.result();
      }
      expect(conversation.count('correction')).toBe(2);
      expect(conversation.summarised).toHaveLength(2);
      expect(conversation.summarised.at(-1)).toBe(conversation.revision);
    });
  });

  it('makes at most two summaries of a burst, the last one of its final revision', async () => {
    // Longer than any pause between two signals, even on a busy machine.
    const patient = { quiet: { quietMs: 2_000, longestWaitMs: 60_000 } };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      for (let exchange = 0; exchange < 100; exchange += 1) {
        conversation.addExchange();
        await signal();
      }
      await handle.result();
      expect(conversation.summarised.length).toBeLessThanOrEqual(2);
      expect(conversation.summarised.at(-1)).toBe(conversation.revision);
      expect(conversation.mostSummariesInFlight).toBe(1);
      expect(conversation.count('correction')).toBeLessThan(100);
    };
    await withConversation({}, scenario, patient);
  });

  it('makes one more summary of exchanges that arrive during one, never two at once', async () => {
    const { gate, open } = closedGate();
    await withConversation({ summaryGate: gate }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await eventually(() => expect(conversation.summariesInFlight).toBe(1));
      for (const _exchange of [1, 2, 3]) {
        conversation.addExchange();
        await signal();
      }
      await eventually(() => expect(conversation.count('correction')).toBeGreaterThanOrEqual(2));
      open();
      await handle.result();
      expect(conversation.summarised).toHaveLength(2);
      expect(conversation.summarised[1]).toBe(conversation.revision);
      expect(conversation.mostSummariesInFlight).toBe(1);
    });
  });

  it('postpones a summary while a task changes the text, but only up to the longest wait', async () => {
    const { gate, open } = closedGate();
    await withConversation({ correctionGate: gate }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      const startedAt = Date.now();
      await signal();
      await eventually(() => expect(conversation.summarised).toEqual([1]));
      expect(Date.now() - startedAt).toBeGreaterThanOrEqual(SETTINGS.quiet.longestWaitMs);
      open();
      await signal();
      await handle.result();
      expect(conversation.summarised).toEqual([1, 2]);
    });
  });

  it('makes a requested summary at once', async () => {
    const patient = { quiet: { quietMs: 60_000, longestWaitMs: 60_000 } };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      conversation.addExchange();
      conversation.requestSummary();
      await signal();
      // If the correction ends later, one more summary waits for quiet.
      await eventually(() => expect(conversation.summarised).toHaveLength(1), 10_000);
      await handle.cancel();
    };
    await withConversation({}, scenario, patient);
  });

  it('ignores duplicate work signals, and takes the work of a lost one with the next', async () => {
    await withConversation({}, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await Promise.all([signal(), signal(), signal()]);
      await eventually(() => expect(conversation.summarised).toHaveLength(1));
      conversation.addExchange();
      conversation.addExchange();
      await signal();
      await signal();
      await handle.result();
      expect(conversation.count('correction')).toBe(2);
      expect(conversation.summarised).toHaveLength(2);
    });
  });

  it('does not poll repeatedly for work that it cannot start yet', async () => {
    await withConversation({ alwaysMore: true }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.summarised).toEqual([conversation.revision]);
      expect(conversation.count('take')).toBeLessThan(10);
    });
  });

  it('continues with the other tasks when one fails', async () => {
    await withConversation({ failing: 'correction' }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.count('correction')).toBe(1);
      expect(conversation.count('correction failed')).toBe(1);
      expect(conversation.summarised).toEqual([1]);
      expect(conversation.count('significance')).toBe(1);
    });
  });

  it('does not repeat a failed summary until the text changes', async () => {
    await withConversation({ failing: 'summary' }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.count('summary failed')).toBe(1);
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.count('summary failed')).toBe(2);
    });
  });

  it('waits while the database is unavailable', async () => {
    await withConversation({ outages: 3 }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await handle.result();
      expect(conversation.summarised).toEqual([conversation.revision]);
    });
  });

  it('waits for an earlier run of the same task that is still closing', async () => {
    const { gate, open } = closedGate();
    await withConversation({ summaryGate: gate }, async ({ conversation, handle, signal }) => {
      const { conversationId } = conversation;
      const input: TaskInput = {
        taskId: 'an earlier one',
        attempt: 1,
        ownerId: 'ada',
        conversationId,
        clipId: null,
        timeouts: TIMEOUTS,
        parallelActivities: 1,
      };
      await env.client.workflow.start('summary', {
        workflowId: workflowIdOf('summary', 'any', conversationId),
        taskQueue: 'orchestration',
        args: [input],
      });
      await eventually(() => expect(conversation.summariesInFlight).toBe(1));
      conversation.addExchange();
      await signal();
      await eventually(() => expect(conversation.count('take')).toBeGreaterThan(2));
      expect(conversation.mostSummariesInFlight).toBe(1);
      open();
      await handle.result();
      expect(conversation.summarised.at(-1)).toBe(conversation.revision);
    });
  });

  it('stops its children before it closes when it is cancelled', async () => {
    const { gate } = closedGate();
    await withConversation({ correctionGate: gate }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await eventually(() => expect(conversation.count('correction')).toBe(1));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect((await handle.describe()).status.name).toBe('CANCELLED');
      expect(conversation.count('correction cancelled')).toBe(1);
    });
  });

  it('records the end of a child that an operator terminates, and does not start it again', async () => {
    const { gate } = closedGate();
    await withConversation({ correctionGate: gate }, async ({ conversation, handle, signal }) => {
      conversation.addExchange();
      await signal();
      await eventually(() => expect(conversation.count('correction')).toBe(1));
      const [child] = await runningWorkflows(`correction:task-${conversation.conversationId}`);
      await child?.terminate('an operator');
      await handle.result();
      expect(conversation.endings).toMatchObject([{ ending: { state: 'closed' } }]);
      expect(conversation.count('correction')).toBe(1);
      expect(conversation.summarised).toEqual([conversation.revision]);
    });
  });

  it('continues as new when its history grows long, and neither loses nor repeats work', async () => {
    const immediate = { quiet: { quietMs: 0, longestWaitMs: 2_000 } };
    const scenario = async ({ conversation, handle, signal }: Running): Promise<void> => {
      await signal();
      const firstRun = (await handle.describe()).runId;
      for (let exchange = 1; exchange <= 12; exchange += 1) {
        conversation.addExchange();
        await signal();
        await eventually(() => expect(conversation.summarised.at(-1)).toBe(conversation.revision));
        expect(conversation.count('correction')).toBe(exchange);
      }
      await handle.result();
      expect((await handle.describe()).runId).not.toBe(firstRun);
      expect(conversation.count('significance')).toBe(12);
    };
    await withConversation({}, scenario, immediate);
  });
});
