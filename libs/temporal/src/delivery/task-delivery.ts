import {
  type Client,
  type ConnectionLike,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { isEnded } from '#contracts/tasks';
import { isRunOf, type RunSettings } from '#contracts/workflows';
import type { Config } from '#platform';
import type { Delivery, OutboxMessage, TaskRecord } from '#store';
import { DELIVERY_DEADLINE_MS, type DeliveryLogger } from './delivery-terms.ts';
import { runSettingsOf } from '../run-settings.ts';
import { taskStartOptions } from './task-start-options.ts';

/** Delivers one message of the outbox to Temporal. Delivering it again does no harm. */
export class TaskDelivery {
  private readonly settings: RunSettings;

  constructor(
    private readonly client: Client,
    private readonly connection: ConnectionLike,
    config: Config,
    private readonly logger: DeliveryLogger,
  ) {
    this.settings = runSettingsOf(config);
  }

  /**
   * @returns `gone` when there is no run that could end the task
   * @throws whatever Temporal answered when the message must be tried again
   */
  async deliver(message: OutboxMessage): Promise<Delivery> {
    const { kind, attempt, task } = message;
    // Cancelled while its start was under way or put off: there is nothing to start any more. Should
    // Temporal have taken an earlier try all the same, the cancellation that follows ends that run.
    if (kind === 'start' && isOver(task)) return 'gone';
    try {
      return await this.connection.withDeadline(Date.now() + DELIVERY_DEADLINE_MS, () =>
        kind === 'start' ? this.start(message) : this.cancel(message),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const fields = { taskId: task.id, attempt, kind, reason };
      this.logger.warn(fields, 'Temporal could not be told; it is tried again');
      throw error;
    }
  }

  private async start(message: OutboxMessage): Promise<Delivery> {
    const options = taskStartOptions(message, this.settings);
    try {
      // Workflows bear the names of the types of their tasks.
      await this.client.workflow.start(message.task.type, options);
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      await this.expectOwnRun(message, error);
    }
    return 'delivered';
  }

  /**
   * A run of this clip is going on. It is ours if an earlier delivery was cut short after Temporal
   * had taken it; it may also be the run of an earlier attempt that is still closing, and then the
   * start has to wait for its end.
   */
  private async expectOwnRun({ task, attempt }: OutboxMessage, error: Error): Promise<void> {
    const { memo } = await this.client.workflow.getHandle(task.workflowId).describe();
    if (!isRunOf(memo, { taskId: task.id, attempt })) throw error;
  }

  /**
   * Another run may bear the workflow id by now, such as that of a later summary of the same
   * conversation; it is left alone. Temporal also takes the cancellation of a run that has closed,
   * so it is asked about the run.
   */
  private async cancel({ task, attempt }: OutboxMessage): Promise<Delivery> {
    const run = this.client.workflow.getHandle(task.workflowId);
    try {
      const { memo, status } = await run.describe();
      const isOurs = isRunOf(memo, { taskId: task.id, attempt });
      if (!isOurs || status.name !== 'RUNNING') return 'gone';
      await run.cancel();
      return (await run.describe()).status.name === 'RUNNING' ? 'delivered' : 'gone';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'gone';
      throw error;
    }
  }
}

/** Cancelled before its start was delivered; there is nothing to start any more. */
function isOver({ state }: TaskRecord): boolean {
  return state === 'cancelling' || isEnded(state);
}
