import type { Task } from '../api/types.ts';
import { projectIdOf } from '../tasks/task-project.ts';

/**
 * The newest refresh of an agent of a project.
 *
 * @param tasks - Tasks, newest first.
 */
export function latestRefreshOf(
  tasks: readonly Task[],
  projectId: string,
  agent: string,
): Task | null {
  const isOfAgent = (task: Task) =>
    task.settings.agent === agent && projectIdOf(task) === projectId;
  return tasks.find(isOfAgent) ?? null;
}
