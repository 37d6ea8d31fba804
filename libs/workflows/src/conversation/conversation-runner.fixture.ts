import { expect } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { entityWorkflowId, WORK_SIGNAL, type EntityInput } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { quietTemporal } from '../../../../test/support/quiet-temporal.ts';
import { RUN_SETTINGS } from '../../../../test/support/run-settings.ts';
import { startTemporal } from '../../../../test/support/servers.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { ScriptedConversation, type ConversationScript } from './scripted-conversation.fixture.ts';

/** The settings of a conversation of a test, unless it gives others. */
export const SETTINGS: Omit<EntityInput, 'id'> = {
  ownerId: 'ada',
  quiet: { quietMs: 300, longestWaitMs: 2_000 },
  idleMs: 1_000,
  run: RUN_SETTINGS,
};

/** A scripted conversation and its workflow. */
export interface Running {
  readonly conversation: ScriptedConversation;
  readonly handle: WorkflowHandle;
  /** Sends a work signal, as the dispatcher does. */
  signal(): Promise<void>;
}

/** Runs scenarios with scripted conversations on a real Temporal server. */
export class ConversationRunner {
  private created = 0;

  private constructor(
    readonly env: TestWorkflowEnvironment,
    private readonly stopServer: () => Promise<void>,
  ) {}

  /** Starts a server that suggests continue-as-new early. */
  static async start(): Promise<ConversationRunner> {
    quietTemporal();
    const server = await startTemporal('limit.historyCount.suggestContinueAsNew=120');
    const { address } = server;
    const env = await TestWorkflowEnvironment.createFromExistingServer({ address });
    return new ConversationRunner(env, () => server.stop());
  }

  async stop(): Promise<void> {
    await this.env.teardown();
    await this.stopServer();
  }

  /** Runs a scenario with a new conversation while workers run. */
  async run(
    script: ConversationScript,
    scenario: (running: Running) => Promise<void>,
    settings: Partial<EntityInput> = {},
  ): Promise<void> {
    const conversation = new ScriptedConversation(`cnv-${(this.created += 1)}`, script);
    const workers = await Promise.all(
      ['orchestration', 'language'].map((queue) => this.workerFor(queue, conversation)),
    );
    const runs = workers.map((worker) => worker.run());
    const running = this.workflowOf(conversation, settings);
    try {
      await scenario({ conversation, ...running });
    } finally {
      // Runs that outlive their test must not call the activities of the next test.
      await this.terminate(running.handle.workflowId, ...conversation.taskWorkflowIds);
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
    }
  }

  /** Running workflows whose id starts with a prefix; waits until there are any. */
  async runningWorkflows(prefix: string): Promise<readonly WorkflowHandle[]> {
    const { workflow } = this.env.client;
    const found: WorkflowHandle[] = [];
    await eventually(async () => {
      const query = `WorkflowId STARTS_WITH '${prefix}' AND ExecutionStatus = 'Running'`;
      for await (const { workflowId } of workflow.list({ query })) {
        found.push(workflow.getHandle(workflowId));
      }
      expect(found).not.toEqual([]);
    });
    return found;
  }

  private workflowOf(
    { conversationId: id }: ScriptedConversation,
    settings: Partial<EntityInput>,
  ): Pick<Running, 'handle' | 'signal'> {
    const { workflow } = this.env.client;
    const workflowId = entityWorkflowId({ kind: 'conversation', id });
    const signal = async (): Promise<void> => {
      await workflow.signalWithStart('conversation', {
        workflowId,
        taskQueue: 'orchestration',
        args: [{ ...SETTINGS, ...settings, id }],
        signal: WORK_SIGNAL,
        signalArgs: [],
      });
    };
    return { handle: workflow.getHandle(workflowId), signal };
  }

  private async terminate(...workflowIds: readonly string[]): Promise<void> {
    for (const workflowId of workflowIds) {
      const handle = this.env.client.workflow.getHandle(workflowId);
      await handle.terminate().catch(() => undefined);
    }
  }

  private async workerFor(taskQueue: string, conversation: ScriptedConversation): Promise<Worker> {
    return Worker.create({
      connection: this.env.nativeConnection,
      taskQueue,
      activities: conversation.asFunctions(),
      maxHeartbeatThrottleInterval: 100,
      ...(taskQueue === 'orchestration' ? { workflowBundle: await workflowBundle() } : {}),
    });
  }
}

/** A promise that a test resolves. */
export function closedGate(): { readonly gate: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { gate: promise, open: () => resolve(undefined) };
}
