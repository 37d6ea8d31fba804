import { executeChild, ParentClosePolicy } from '@temporalio/workflow';
import { taskStart, type EntityInput, type EntityTask, type TaskInput } from '#contracts/workflows';

type TaskWorkflow = (input: TaskInput) => Promise<unknown>;

/**
 * Runs the workflow of a task to its end. It is cancelled together with the workflow of the entity,
 * but continues when that is terminated, so that started work is not lost.
 * @returns what the workflow returned
 * @throws WorkflowExecutionAlreadyStartedError when an earlier run of the same task is still
 * closing
 */
export function runTask(task: EntityTask, { ownerId, run }: EntityInput): Promise<unknown> {
  return executeChild<TaskWorkflow>(task.type, {
    ...taskStart({ ...task, ownerId }, run),
    parentClosePolicy: ParentClosePolicy.ABANDON,
  });
}
