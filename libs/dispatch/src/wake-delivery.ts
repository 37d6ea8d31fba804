import type { Client, ConnectionLike } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import {
  CONVERSATION_WORKFLOW,
  conversationWorkflowId,
  priorityOf,
  SEARCH_ATTRIBUTES,
  WAKE_SIGNAL,
  type ConversationInput,
  type TaskQueue,
} from '#contracts/messages';
import type { Config } from '#platform';
import type { Wake } from '#store';
import { DELIVERY_DEADLINE_MS, type DeliveryLogger } from './delivery-terms.ts';
import { runLimitsOf, type RunLimits } from './run-limits.ts';

const QUEUE: TaskQueue = 'orchestration';

/** Wakes the workflow of a conversation, or starts it. Waking it again does no harm. */
export class WakeDelivery {
  private readonly limits: RunLimits;

  constructor(
    private readonly client: Client,
    private readonly connection: ConnectionLike,
    private readonly config: Config,
    private readonly logger: DeliveryLogger,
  ) {
    this.limits = runLimitsOf(config);
  }

  /** @throws whatever Temporal answered when the wake must be tried again */
  async wake(wake: Wake): Promise<void> {
    try {
      await this.connection.withDeadline(Date.now() + DELIVERY_DEADLINE_MS, () => this.send(wake));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const { conversationId } = wake;
      this.logger.warn({ conversationId, reason }, 'Temporal could not be told; it is tried again');
      throw error;
    }
  }

  private async send({ conversationId, ownerId }: Wake): Promise<void> {
    await this.client.workflow.signalWithStart(CONVERSATION_WORKFLOW, {
      workflowId: conversationWorkflowId(conversationId),
      taskQueue: QUEUE,
      args: [this.inputOf({ conversationId, ownerId })],
      signal: WAKE_SIGNAL,
      signalArgs: [],
      typedSearchAttributes: new TypedSearchAttributes([
        { key: SEARCH_ATTRIBUTES.taskType, value: CONVERSATION_WORKFLOW },
        { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
        { key: SEARCH_ATTRIBUTES.conversation, value: conversationId },
      ]),
      staticSummary: `conversation ${conversationId} of ${ownerId}`,
      // It works on nothing itself; what it starts has the priority of its task.
      priority: priorityOf('interactive', ownerId),
    });
  }

  private inputOf({ conversationId, ownerId }: Wake): ConversationInput {
    const { summary, conversationIdleMs } = this.config.stages;
    const { transcription, language } = this.limits;
    return {
      conversationId,
      ownerId,
      summary,
      idleMs: conversationIdleMs,
      transcription,
      language,
    };
  }
}
