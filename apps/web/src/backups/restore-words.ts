import type { RestorePlan, Task } from '../api/types.ts';
import { formatWhen } from '../shared/durations.ts';
import { counted, grouped, nameOfTable } from './backup-words.ts';
import type { Outcome } from './backup-outcome.ts';

/**
 * What was accepted after the backup and would be gone.
 *
 * @param plan - The plan of the restore.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns Such as `7 parts of conversations, the newest 3 hours ago`; empty when nothing would be gone.
 */
export function lossesOf({ gone }: Pick<RestorePlan, 'gone'>, nowMs: number): readonly string[] {
  const kinds = [
    ['conversation', gone.conversations],
    ['part', gone.exchanges, ' of conversations'],
    ['recording', gone.clips],
    ['memory', gone.memories],
    ['project', gone.projects],
    ['document', gone.documents],
  ] as const;
  return kinds
    .filter(([, { count }]) => count > 0)
    .map(([one, { count, newestAt }, of = '']) => {
      const newest = newestAt === null ? '' : `, the newest ${formatWhen(newestAt, nowMs)}`;
      return `${counted(count, one)}${of}${newest}`;
    });
}

/** A number that a restore would change. */
export interface Change {
  /** Such as `memory pins`. */
  readonly name: string;
  /** Such as `12,404`. */
  readonly now: string;
  readonly then: string;
}

/** The numbers that a restore would change. */
export function changesOf({ tables }: Pick<RestorePlan, 'tables'>): readonly Change[] {
  return tables
    .filter(({ name, now, then }) => now !== then && !name.includes('.'))
    .map(({ name, now, then }) => ({
      name: nameOfTable(name),
      now: grouped(now),
      then: grouped(then),
    }));
}

/**
 * How a restore ended.
 *
 * @param task - A task of the type `restore`.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns `null` while it has not ended.
 */
export function restoreOutcomeOf(
  { state, endedAt }: Pick<Task, 'state' | 'endedAt'>,
  nowMs: number,
): Outcome | null {
  if (endedAt === null) return null;
  const when = formatWhen(endedAt, nowMs);
  if (state === 'completed') {
    const words = `Restored ${when}. What was here before is kept in a backup of its own.`;
    return { words, tone: 'good' };
  }
  return state === 'cancelled'
    ? { words: `Cancelled ${when}. Everything is as before.`, tone: 'quiet' }
    : { words: `Failed ${when}. Everything is as before.`, tone: 'bad' };
}
