import type { Task, TaskRetry } from '../api/types.ts';
import { formatSpan } from './durations.ts';

/**
 * What is said of a step that did not work.
 *
 * @param retry - The step.
 * @param leftMs - Milliseconds until it is tried again; `null` when that is not known.
 * @returns Such as `Trying again in 12 s (3rd try): The language engine asks to wait`.
 */
export function retryWords(retry: TaskRetry, leftMs: number | null): string {
  const when = leftMs === null || leftMs <= 0 ? '' : ` in ${formatSpan(leftMs)}`;
  return `Trying again${when} (${ordinal(retry.tries + 1)} try): ${retry.message}`;
}

/**
 * Milliseconds until a step is tried again, by the clock of the gateway: a task that has started
 * says how late it is there.
 *
 * @param task - The task; its `retry` names the moment.
 * @param elapsedMs - How long the task has been running; `null` before the start.
 * @param nowMs - Now by the reader's clock, for a task that has not started.
 */
export function leftUntilRetry(
  { startedAt, retry }: Task,
  elapsedMs: number | null,
  nowMs: number,
): number | null {
  if (retry === null || retry.nextTryAt === null) return null;
  const known = startedAt !== null && elapsedMs !== null;
  return Date.parse(retry.nextTryAt) - (known ? Date.parse(startedAt) + elapsedMs : nowMs);
}

const SUFFIXES: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const RULES = new Intl.PluralRules('en', { type: 'ordinal' });

function ordinal(count: number): string {
  return `${count}${SUFFIXES[RULES.select(count)] ?? 'th'}`;
}
