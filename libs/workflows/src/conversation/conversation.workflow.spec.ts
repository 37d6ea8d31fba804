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
import { workflowBundle } from '../../../../test/support/workflow-bundle.ts';
import { ScriptedConversation, type ConversationScript } from './scripted-conversation.fixture.ts';

const SETTINGS: Omit<EntityInput, 'id'> = {
  ownerId: 'ada',
  quiet: { quietMs: 300, longestWaitMs: 2_000 },
  idleMs: 1_000,
  run: RUN_SETTINGS,
};

let server: TestServer;
let env: TestWorkflowEnvironment;
let seen = 0;

beforeAll(async () => {
  quietTemporal();
  // A short history makes the server suggest to continue as new early.
  server = await startTemporal('limit.historyCount.suggestContinueAsNew=120');
  env = await TestWorkflowEnvironment.createFromExistingServer({ address: server.address });
}, 60_000);

afterAll(async () => {
  await env.teardown();
  await server.stop();
});

/** A conversation whose workflow is at work. */
interface Watched {
  readonly talk: ScriptedConversation;
  readonly handle: WorkflowHandle;
  /** Says that there is work, as the dispatcher does. */
  wake(): Promise<void>;
}

/** Lets a test play with a conversation while workers run. */
async function seeingTo(
  script: ConversationScript,
  play: (watched: Watched) => Promise<void>,
  settings: Partial<EntityInput> = {},
): Promise<void> {
  const talk = new ScriptedConversation(`cnv-${(seen += 1)}`, script);
  const workers = await Promise.all(['orchestration', 'language'].map((q) => workerFor(q, talk)));
  const runs = workers.map((worker) => worker.run());
  const { conversationId } = talk;
  const handle = env.client.workflow.getHandle(
    entityWorkflowId({ kind: 'conversation', id: conversationId }),
  );
  const wake = async (): Promise<void> => {
    await env.client.workflow.signalWithStart('conversation', {
      workflowId: handle.workflowId,
      taskQueue: 'orchestration',
      args: [{ ...SETTINGS, ...settings, id: conversationId }],
      signal: WORK_SIGNAL,
      signalArgs: [],
    });
  };
  try {
    await play({ talk, handle, wake });
  } finally {
    // Whatever a failed test left running must not meet the activities of the next.
    await handle.terminate().catch(() => undefined);
    const summary = env.client.workflow.getHandle(workflowIdOf('summary', 'any', conversationId));
    await summary.terminate().catch(() => undefined);
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
  }
}

async function workerFor(taskQueue: string, talk: ScriptedConversation): Promise<Worker> {
  return Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    activities: talk.asFunctions(),
    maxHeartbeatThrottleInterval: 100,
    ...(taskQueue === 'orchestration' ? { workflowBundle: await workflowBundle() } : {}),
  });
}

/** Workflows that run now and whose id begins with a prefix. */
async function running(prefix: string): Promise<readonly WorkflowHandle[]> {
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
  it('corrects, scores, summarises what came of it, and ends', async () => {
    await seeingTo({}, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await handle.result();
      expect(talk.log.filter((entry) => entry !== 'take').sort()).toEqual([
        'correction',
        'significance',
        'summary',
      ]);
      expect(talk.summarised).toEqual([talk.revision]);
      const status = await handle.query<WorkflowStatus>(STATUS_QUERY);
      expect(status).toMatchObject({ done: 3, total: 3, percent: 100 });
    });
  });

  it('starts again with the next wake after it has ended', async () => {
    await seeingTo({}, async ({ talk, handle, wake }) => {
      for (const _round of [1, 2]) {
        talk.addExchange();
        await wake();
        await handle.result();
      }
      expect(talk.count('correction')).toBe(2);
      expect(talk.summarised).toHaveLength(2);
      expect(talk.summarised.at(-1)).toBe(talk.revision);
    });
  });

  it('makes at most two summaries of a burst, the last of all of it', async () => {
    // Quiet for longer than any pause between two signals, however busy the machine is.
    const patient = { quiet: { quietMs: 2_000, longestWaitMs: 60_000 } };
    const play = async ({ talk, handle, wake }: Watched): Promise<void> => {
      for (let exchange = 0; exchange < 100; exchange += 1) {
        talk.addExchange();
        await wake();
      }
      await handle.result();
      expect(talk.summarised.length).toBeLessThanOrEqual(2);
      expect(talk.summarised.at(-1)).toBe(talk.revision);
      expect(talk.mostSummariesInFlight).toBe(1);
      expect(talk.count('correction')).toBeLessThan(100);
    };
    await seeingTo({}, play, patient);
  });

  it('makes one more summary of what came while one was being made, never two at once', async () => {
    const { gate, open } = closedGate();
    await seeingTo({ summaryGate: gate }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await eventually(() => expect(talk.summariesInFlight).toBe(1));
      for (const _exchange of [1, 2, 3]) {
        talk.addExchange();
        await wake();
      }
      await eventually(() => expect(talk.count('correction')).toBeGreaterThanOrEqual(2));
      open();
      await handle.result();
      expect(talk.summarised).toHaveLength(2);
      expect(talk.summarised[1]).toBe(talk.revision);
      expect(talk.mostSummariesInFlight).toBe(1);
    });
  });

  it('waits with a summary for what changes the text, but not for ever', async () => {
    const { gate, open } = closedGate();
    await seeingTo({ correctionGate: gate }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      const startedAt = Date.now();
      await wake();
      await eventually(() => expect(talk.summarised).toEqual([1]));
      expect(Date.now() - startedAt).toBeGreaterThanOrEqual(SETTINGS.quiet.longestWaitMs);
      open();
      await wake();
      await handle.result();
      expect(talk.summarised).toEqual([1, 2]);
    });
  });

  it('makes a summary at once that somebody asks for', async () => {
    const patient = { quiet: { quietMs: 60_000, longestWaitMs: 60_000 } };
    const play = async ({ talk, handle, wake }: Watched): Promise<void> => {
      talk.addExchange();
      talk.askForSummary();
      await wake();
      // Should the correction end later, one more summary waits until all is quiet.
      await eventually(() => expect(talk.summarised).toHaveLength(1), 10_000);
      await handle.cancel();
    };
    await seeingTo({}, play, patient);
  });

  it('takes a wake too many as nothing, and what a lost one was for with the next', async () => {
    await seeingTo({}, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await Promise.all([wake(), wake(), wake()]);
      await eventually(() => expect(talk.summarised).toHaveLength(1));
      talk.addExchange();
      talk.addExchange();
      await wake();
      await wake();
      await handle.result();
      expect(talk.count('correction')).toBe(2);
      expect(talk.summarised).toHaveLength(2);
    });
  });

  it('does not look again and again for what it cannot start yet', async () => {
    await seeingTo({ alwaysMore: true }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await handle.result();
      expect(talk.summarised).toEqual([talk.revision]);
      expect(talk.count('take')).toBeLessThan(10);
    });
  });

  it('goes on with the other stages when one fails', async () => {
    await seeingTo({ failing: 'correction' }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await handle.result();
      expect(talk.count('correction')).toBe(1);
      expect(talk.count('correction failed')).toBe(1);
      expect(talk.summarised).toEqual([1]);
      expect(talk.count('significance')).toBe(1);
    });
  });

  it('does not make a failed summary again until the text changes', async () => {
    await seeingTo({ failing: 'summary' }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await handle.result();
      expect(talk.count('summary failed')).toBe(1);
      talk.addExchange();
      await wake();
      await handle.result();
      expect(talk.count('summary failed')).toBe(2);
    });
  });

  it('waits for a database that is away', async () => {
    await seeingTo({ absences: 3 }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await handle.result();
      expect(talk.summarised).toEqual([talk.revision]);
    });
  });

  it('waits for an earlier run of the same task that is still closing', async () => {
    const { gate, open } = closedGate();
    await seeingTo({ summaryGate: gate }, async ({ talk, handle, wake }) => {
      const { conversationId } = talk;
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
      await eventually(() => expect(talk.summariesInFlight).toBe(1));
      talk.addExchange();
      await wake();
      await eventually(() => expect(talk.count('take')).toBeGreaterThan(2));
      expect(talk.mostSummariesInFlight).toBe(1);
      open();
      await handle.result();
      expect(talk.summarised.at(-1)).toBe(talk.revision);
    });
  });

  it('stops its children before it is gone when it is cancelled', async () => {
    const { gate } = closedGate();
    await seeingTo({ correctionGate: gate }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await eventually(() => expect(talk.count('correction')).toBe(1));
      await handle.cancel();
      await expect(handle.result()).rejects.toThrow();
      expect((await handle.describe()).status.name).toBe('CANCELLED');
      expect(talk.count('correction cancelled')).toBe(1);
    });
  });

  it('says for a child that an operator terminates how it ended, and does not start it again', async () => {
    const { gate } = closedGate();
    await seeingTo({ correctionGate: gate }, async ({ talk, handle, wake }) => {
      talk.addExchange();
      await wake();
      await eventually(() => expect(talk.count('correction')).toBe(1));
      const [child] = await running(`correction:task-${talk.conversationId}`);
      await child?.terminate('an operator');
      await handle.result();
      expect(talk.endings).toMatchObject([{ ending: { state: 'closed' } }]);
      expect(talk.count('correction')).toBe(1);
      expect(talk.summarised).toEqual([talk.revision]);
    });
  });

  it('goes through several runs when it lasts long, without losing or doubling anything', async () => {
    const hasty = { quiet: { quietMs: 0, longestWaitMs: 2_000 } };
    const play = async ({ talk, handle, wake }: Watched): Promise<void> => {
      await wake();
      const firstRun = (await handle.describe()).runId;
      for (let exchange = 1; exchange <= 12; exchange += 1) {
        talk.addExchange();
        await wake();
        await eventually(() => expect(talk.summarised.at(-1)).toBe(talk.revision));
        expect(talk.count('correction')).toBe(exchange);
      }
      await handle.result();
      expect((await handle.describe()).runId).not.toBe(firstRun);
      expect(talk.count('significance')).toBe(12);
    };
    await seeingTo({}, play, hasty);
  });
});
