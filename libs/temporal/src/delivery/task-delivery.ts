import {
  type Client,
  type ConnectionLike,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/client';
import { isEnded } from '#contracts/tasks';
import { isRunOf, type RunSettings } from '#contracts/workflows';
import type { Config } from '#platform';
import type { Delivery, OutboxMessage, TaskRecord } from '#store';
import { cancelRun } from './cancel-run.ts';
import { deliverInTime, type DeliveryLogger } from './deliver-in-time.ts';
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
    const text = 'outbox message not delivered to Temporal; it is retried';
    const failed = { fields: { taskId: task.id, attempt, kind }, message: text };
    return deliverInTime(this.connection, this.logger, failed, () =>
      kind === 'start' ? this.start(message) : cancelRun(this.client, message),
    );
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
}

/** Cancelled before its start was delivered, so there is nothing left to start. */
function isOver({ state }: TaskRecord): boolean {
  return state === 'cancelling' || isEnded(state);
}
