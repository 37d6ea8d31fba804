import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { isEnded } from '#contracts/tasks';
import { CANCEL_TASK_SIGNAL, isEntityWorkflowId, isRunOf } from '#contracts/workflows';
import type { Delivery, OutboxMessage } from '#store';

/**
 * Requests the cancellation of a task.
 * @returns `gone` when there is no open run of this attempt
 * @throws any other error of the calls to Temporal
 */
export async function cancelRun(client: Client, message: OutboxMessage): Promise<Delivery> {
  const sharesRun = isEntityWorkflowId(message.task.workflowId);
  try {
    return await (sharesRun ? cancelInEntity(client, message) : cancelOwnRun(client, message));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    throw error;
  }
}

/**
 * A task within the run of its entity is cancelled by that run, which continues. A run that does
 * not know the task ignores the signal; then `reconcile` finds that the run of the task is gone.
 */
async function cancelInEntity(client: Client, { task, attempt }: OutboxMessage): Promise<Delivery> {
  const run = { taskId: task.id, attempt };
  await client.workflow.getHandle(task.workflowId).signal(CANCEL_TASK_SIGNAL, run);
  return 'delivered';
}

/**
 * Cancels a run by the first run of its chain: another run may have the workflow id by now, such as
 * that of a later summary of the same conversation, and must not be cancelled. A reset or
 * continue-as-new stays in the chain.
 */
async function cancelOwnRun(client: Client, message: OutboxMessage): Promise<Delivery> {
  const { task, attempt } = message;
  const known = task.attempt === attempt ? task.firstRunId : null;
  const firstExecutionRunId = known ?? (await openRunOf(client, message));
  if (firstExecutionRunId === null) return 'gone';
  await client.workflow.getHandle(task.workflowId, undefined, { firstExecutionRunId }).cancel();
  // An ended task, such as one that was cancelled before its run began, does not wait for a run.
  if (task.attempt === attempt && isEnded(task.state)) return 'delivered';
  // Temporal also accepts the cancellation of a closed run, which would never end the task.
  return (await openRunOf(client, message)) === null ? 'gone' : 'delivered';
}

/** The first run of the chain that works on the task now, or `null` when none does. */
async function openRunOf(client: Client, { task, attempt }: OutboxMessage): Promise<string | null> {
  const { memo, status, runId, raw } = await client.workflow.getHandle(task.workflowId).describe();
  const isOurs = isRunOf(memo, { taskId: task.id, attempt });
  if (!isOurs || status.name !== 'RUNNING') return null;
  // Temporal before 1.26 does not say which run was the first.
  return raw.workflowExecutionInfo?.firstRunId || runId;
}
