import type { EndTaskRequest, TaskActivities } from '#contracts/workflows';
import { TaskReconciler, type ReconcilerDependencies } from '../maintenance/task-reconciler.ts';

/** Creates the activities that all tasks use. */
export function createTaskActivities(dependencies: ReconcilerDependencies): TaskActivities {
  return { endTask: (request) => end(dependencies, request) };
}

async function end(
  dependencies: ReconcilerDependencies,
  { taskId, attempt, ending }: EndTaskRequest,
): Promise<void> {
  const { tasks } = dependencies;
  if (ending.state !== 'closed') return tasks.end({ taskId, attempt }, ending);
  const task = await tasks.find(taskId);
  const isOpen = task?.attempt === attempt && task.endedAt === null;
  if (isOpen) await new TaskReconciler(dependencies).correct(task);
}
