import { ParentClosePolicy, startChild, type ChildWorkflowHandle } from '@temporalio/workflow';
import { taskStart, type EntityInput, type EntityTask, type TaskInput } from '#contracts/workflows';

type TaskWorkflow = (input: TaskInput) => Promise<unknown>;

/**
 * Starts the own run of a task. It is cancelled together with the workflow of the entity, but
 * continues when that is terminated, so that started work is not lost.
 * @throws WorkflowExecutionAlreadyStartedError when another run with the same workflow id is still
 * closing
 */
export function startTask(
  task: EntityTask,
  { ownerId, run }: EntityInput,
): Promise<ChildWorkflowHandle<TaskWorkflow>> {
  return startChild<TaskWorkflow>(task.type, {
    ...taskStart({ ...task, ownerId }, run),
    parentClosePolicy: ParentClosePolicy.ABANDON,
  });
}
