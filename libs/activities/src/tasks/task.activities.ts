import type { EndTaskRequest, TaskActivities } from '#contracts/messages';
import type { TaskRetriesRepository } from '#store';
import { atBorder } from '../shared/activity-border.ts';
import { TaskReconciler, type ReconcilerDependencies } from '../upkeep/task-reconciler.ts';

/** What a worker needs to write down how tasks end. */
export interface TaskDependencies extends ReconcilerDependencies {
  readonly retries: TaskRetriesRepository;
}

/** The activities that every task needs, closed over their dependencies. */
export function createTaskActivities(dependencies: TaskDependencies): TaskActivities {
  return { endTask: atBorder(dependencies, (request) => end(dependencies, request)) };
}

async function end(
  dependencies: TaskDependencies,
  { taskId, attempt, ending }: EndTaskRequest,
): Promise<void> {
  const { tasks } = dependencies;
  if (ending.state !== 'closed') return tasks.end({ taskId, attempt }, ending);
  const task = await tasks.find(taskId);
  const isOpen = task?.attempt === attempt && task.endedAt === null;
  if (isOpen) await new TaskReconciler(dependencies).correct(task);
}
