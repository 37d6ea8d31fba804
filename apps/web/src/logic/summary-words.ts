import type { Summary, Task } from '../api/types.ts';

/**
 * How a summary stands to the text as it is now.
 *
 * @param summary - The newest one, if there is one.
 * @param revision - Of the conversation.
 * @param task - The newest summary task, if there is one.
 */
export function freshnessOf(
  summary: Pick<Summary, 'revision'> | null,
  revision: number,
  task: Pick<Task, 'state'> | undefined,
): string {
  const isComing = task?.state === 'pending' || task?.state === 'running';
  if (isComing) return summary === null ? 'Being written…' : 'Being updated…';
  if (summary === null) return 'There is none yet.';
  return summary.revision >= revision ? 'Up to date' : 'The text has changed since.';
}

/** Who made a summary or gave a score, honestly. */
export function makerOf(engine: string): string {
  return engine.startsWith('builtin')
    ? `Made by rules, without a model (${engine}).`
    : `Made by ${engine}.`;
}
