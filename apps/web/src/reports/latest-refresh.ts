import type { Task } from '../api/types.ts';

/**
 * The newest refresh of an agent of a project.
 *
 * @param tasks - Tasks, newest first. The id of the workflow of a refresh ends with its project.
 */
export function latestRefreshOf(
  tasks: readonly Task[],
  projectId: string,
  agent: string,
): Task | null {
  const isOfAgent = (task: Task) =>
    task.type === 'agent_report' &&
    task.settings.agent === agent &&
    task.workflowId.endsWith(`:${projectId}`);
  return tasks.find(isOfAgent) ?? null;
}
