import type { Task, TaskState } from '../api/types.ts';
import { formatSpan, formatWhen } from '../shared/durations.ts';
import { isEnded } from '../tasks/task-words.ts';

/** How the latest backup ended. */
export interface Outcome {
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'warn' | 'quiet';
}

/**
 * @param task - A task of the type `backup`.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns `null` while it has not ended.
 */
export function outcomeOf(task: Task, nowMs: number): Outcome | null {
  if (!isEnded(task.state)) return null;
  const when = task.endedAt === null ? '' : ` ${formatWhen(task.endedAt, nowMs)}`;
  if (task.state === 'completed') return completedOutcome(task, when);
  if (task.state === 'cancelled') {
    return { words: `Cancelled${when}. Earlier backups are untouched.`, tone: 'quiet' };
  }
  return { words: `Failed${when}. Earlier backups are untouched.`, tone: 'bad' };
}

function completedOutcome({ warnings, durationMs }: Task, when: string): Outcome {
  if (warnings.some(({ code }) => code === 'backup_not_due')) {
    return { words: `Skipped${when}: the last one is new enough.`, tone: 'quiet' };
  }
  if (warnings.length > 0) return { words: `Done${when}, but not everything.`, tone: 'warn' };
  const took = durationMs === null ? '' : ` It took ${formatSpan(durationMs)}.`;
  return { words: `Done${when}: restored for a check, and good.${took}`, tone: 'good' };
}

const FAILED: readonly TaskState[] = ['failed', 'timedOut'];

/**
 * Whether the last two backups failed. Open ones, and those that a person cancelled, do not count.
 *
 * @param tasks - The latest tasks of the type `backup`, newest first.
 */
export function failedTwice(tasks: readonly Pick<Task, 'state'>[]): boolean {
  const lastTwo = tasks.filter(({ state }) => isEnded(state) && state !== 'cancelled').slice(0, 2);
  return lastTwo.length === 2 && lastTwo.every(({ state }) => FAILED.includes(state));
}
