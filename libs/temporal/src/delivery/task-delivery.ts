import {
  type Client,
  type ConnectionLike,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { isEnded } from '#contracts/tasks';
import {
  CANCEL_TASK_SIGNAL,
  isEntityWorkflowId,
  isRunOf,
  type RunSettings,
} from '#contracts/workflows';
import type { Config } from '#platform';
import type { Delivery, OutboxMessage, TaskRecord } from '#store';
import { DELIVERY_DEADLINE_MS, type DeliveryLogger } from './delivery-terms.ts';
import { runSettingsOf } from '../run-settings.ts';
import { taskStartOptions } from './task-start-options.ts';

/** Delivers one outbox message to Temporal. Delivery is idempotent. */
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
   * @throws the error of the call to Temporal when the delivery must be retried
   */
  async deliver(message: OutboxMessage): Promise<Delivery> {
    const { kind, attempt, task } = message;
    // Cancelled while its start was in progress or postponed, so there is nothing left to start. If
    // Temporal accepted an earlier try, the cancellation that follows ends that run.
    if (kind === 'start' && isOver(task)) return 'gone';
    try {
      return await this.connection.withDeadline(Date.now() + DELIVERY_DEADLINE_MS, () =>
        kind === 'start' ? this.start(message) : this.cancelRun(message),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const fields = { taskId: task.id, attempt, kind, reason };
      this.logger.warn(fields, 'outbox message not delivered to Temporal; it is retried');
      throw error;
    }
  }

  private async start(message: OutboxMessage): Promise<Delivery> {
    const options = taskStartOptions(message, this.settings);
    try {
      // A workflow has the name of its task type.
      await this.client.workflow.start(message.task.type, options);
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      await this.assertOwnRun(message, error);
    }
    return 'delivered';
  }

  /**
   * A run with this workflow id is already open. It is the run of this attempt if an earlier
   * delivery was interrupted after Temporal had accepted it. It may also be the run of an earlier
   * attempt that is still closing; then the start must be retried after that run has ended.
   * @throws the given error unless the run is that of this attempt
   */
  private async assertOwnRun({ task, attempt }: OutboxMessage, error: Error): Promise<void> {
    const { memo } = await this.client.workflow.getHandle(task.workflowId).describe();
    if (!isRunOf(memo, { taskId: task.id, attempt })) throw error;
  }

  private cancelRun(message: OutboxMessage): Promise<Delivery> {
    const sharesRun = isEntityWorkflowId(message.task.workflowId);
    return sharesRun ? this.cancelInEntity(message) : this.cancel(message);
  }

  /** A task within the run of its entity is cancelled by that run, which continues. */
  private async cancelInEntity({ task, attempt }: OutboxMessage): Promise<Delivery> {
    const run = { taskId: task.id, attempt };
    try {
      await this.client.workflow.getHandle(task.workflowId).signal(CANCEL_TASK_SIGNAL, run);
      return 'delivered';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'gone';
      throw error;
    }
  }

  /**
   * Another run may have the workflow id by now, such as that of a later summary of the same
   * conversation; it must not be cancelled. Temporal also accepts the cancellation of a closed run,
   * so the run is described before and after.
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

/** Cancelled before its start was delivered, so there is nothing left to start. */
function isOver({ state }: TaskRecord): boolean {
  return state === 'cancelling' || isEnded(state);
}
