import type { Summary, Task } from '../api/types.ts';

/**
 * Whether a summary is up to date with the current text, as a text for the page.
 *
 * @param summary - The newest summary, if there is one.
 * @param revision - Current revision of the conversation.
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
  return summary.revision >= revision ? 'Up to date' : 'Out of date';
}

/** Names the engine of a summary or a score, and whether it is a model. */
export function makerOf(engine: string): string {
  return engine.startsWith('builtin')
    ? `Made by rules, without a model (${engine}).`
    : `Made by ${engine}.`;
}
