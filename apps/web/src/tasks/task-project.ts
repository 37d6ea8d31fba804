import type { Task } from '../api/types.ts';

/**
 * The project of a refresh, which is the last part of the id of its workflow.
 *
 * @returns `null` for tasks of other types.
 */
export function projectIdOf({
  type,
  workflowId,
}: Pick<Task, 'type' | 'workflowId'>): string | null {
  if (type !== 'agent_report') return null;
  const last = workflowId.split(':').at(-1) ?? '';
  return last.startsWith('prj_') ? last : null;
}
