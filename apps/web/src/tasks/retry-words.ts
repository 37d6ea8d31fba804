import type { Task, TaskRetry } from '../api/types.ts';
import { formatSpan } from '../shared/durations.ts';
import { ordinal } from '../shared/ordinal.ts';

/**
 * The text for a failed step that will be retried.
 *
 * @param retry - The retry.
 * @param leftMs - Milliseconds until the retry; `null` when unknown.
 * @returns Such as `Trying again in 12 s (3rd try): The language engine asks to wait`.
 */
export function retryWords(retry: TaskRetry, leftMs: number | null): string {
  const when = leftMs === null || leftMs <= 0 ? '' : ` in ${formatSpan(leftMs)}`;
  return `Trying again${when} (${ordinal(retry.tries + 1)} try): ${retry.message}`;
}

/**
 * Milliseconds until a retry, by the clock of the gateway, which follows from the start and the
 * duration of the task.
 *
 * @param task - The task; its `retry` has the time.
 * @param elapsedMs - How long the task has been running, in milliseconds; `null` before its start.
 * @param nowMs - The current time of the browser, for a task that has not started.
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
