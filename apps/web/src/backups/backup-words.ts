import type { Backup, BackupDetails, BackupStatus } from '../api/types.ts';
import { formatWhen } from '../shared/durations.ts';
import { formatDays, formatUpcoming } from '../shared/moments.ts';
import { formatBytes } from '../shared/sizes.ts';

/** Whether everything is backed up, in one line. */
export interface Headline {
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

/**
 * @param status - The status of the backups.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns Such as `Last good backup 3 hours ago, checked by restoring`.
 */
export function headlineOf({ lastGood, overdue }: BackupStatus, nowMs: number): Headline {
  if (lastGood === null) return { words: 'Never backed up', tone: overdue ? 'bad' : 'quiet' };
  const { takenAt } = lastGood;
  if (overdue) {
    const ageMs = nowMs - Date.parse(takenAt);
    return { words: `No good backup for ${formatDays(ageMs)}`, tone: 'bad' };
  }
  const words = `Last good backup ${formatWhen(takenAt, nowMs)}, checked by restoring`;
  return { words, tone: 'good' };
}

/**
 * When the next backup starts by itself.
 *
 * @returns Such as `Next one tonight at 03:00.`
 */
export function nextRunOf({ nextAt }: Pick<BackupStatus, 'nextAt'>, nowMs: number): string {
  return nextAt === null
    ? 'No next one is planned: the nightly backup is off or paused, or its time is not known.'
    : `Next one ${formatUpcoming(nextAt, nowMs)}.`;
}

/** Number and size of the backups, such as `14 backups, 906 MiB`. */
export function sizeOf({ count, bytes }: Pick<BackupStatus, 'count' | 'bytes'>): string {
  if (count === 0) return 'None yet';
  return `${counted(count, 'backup')}, ${formatBytes(bytes)}`;
}

/** Free space, such as `75.6 GiB free`; an object store does not say how much it has. */
export function spaceOf({ freeBytes }: Pick<BackupStatus, 'freeBytes'>): string {
  return freeBytes === null ? 'As much as the store gives' : `${formatBytes(freeBytes)} free`;
}

/** The recordings in a backup, such as `41 recordings, 906 MiB`. */
export function recordingsOf({ recordings: { count, bytes } }: Pick<Backup, 'recordings'>): string {
  if (count === 0) return 'no recordings';
  return `${counted(count, 'recording')}, ${formatBytes(bytes)}`;
}

/** Who may have changed or written what this version cannot read. */
export function reasonOf(problem: BackupStatus['unreadable'][number]['problem']): string {
  return problem === 'damaged'
    ? 'is damaged and cannot be read'
    : 'was made by a newer version of Afterword, which can read it';
}

/** What a backup has of one kind. */
export interface Content {
  /** Such as `memory pins`. */
  readonly name: string;
  /** Such as `12,077`. */
  readonly count: string;
}

/**
 * What is inside a backup: the kinds that it has some of, the largest first. Tables outside the
 * default schema, whose names have a dot, belong to tools.
 */
export function contentsOf({ tables }: Pick<BackupDetails, 'tables'>): readonly Content[] {
  return tables
    .filter(({ name, rows }) => rows > 0 && !name.includes('.'))
    .toSorted((a, b) => b.rows - a.rows)
    .map(({ name, rows }) => ({ name: nameOfTable(name), count: grouped(rows) }));
}

/** How a backup was checked. */
export function checkOf({ verification }: Pick<Backup, 'verification'>, nowMs: number): string {
  const { at, recordingsChecked } = verification;
  const heard =
    recordingsChecked === 0 ? '' : `; ${counted(recordingsChecked, 'recording')} read in full`;
  return `Restored and compared ${formatWhen(at, nowMs)}${heard}`;
}

/** A number with its unit, such as `1 memory` or `12,077 recordings`. */
export function counted(count: number, one: string): string {
  return `${grouped(count)} ${count === 1 ? one : one.replace(/y?$/, (y) => (y ? 'ies' : 's'))}`;
}

/** The name of a table for people, such as `memory pins`. */
export function nameOfTable(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A number with its digits in groups, such as `12,077`. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
