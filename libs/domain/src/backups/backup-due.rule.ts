const HOUR_MS = 60 * 60_000;

/**
 * A nightly backup is skipped when there is a younger one than this. It is less than a day, so that
 * the next night's is not skipped because this one took its time, or the clock was put forward.
 */
export const BACKUP_FRESH_MS = 23 * HOUR_MS;

/** Clocks of two machines may differ by this. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

/**
 * Whether a backup is due: there is no good one that is younger than 23 hours. One from the future
 * does not count; the clock was wrong then or is wrong now.
 * @param goodTakenAtMs when the good backups were taken, milliseconds since the epoch
 */
export function isBackupDue(goodTakenAtMs: readonly number[], nowMs: number): boolean {
  return !goodTakenAtMs.some((takenAtMs) => {
    const ageMs = nowMs - takenAtMs;
    return ageMs >= -CLOCK_TOLERANCE_MS && ageMs < BACKUP_FRESH_MS;
  });
}

/** After so many nights without a good backup, people are warned everywhere. */
const NIGHTS_UNTIL_WARNING = 2;

/**
 * Whether the backups are overdue: two nights have passed without a good one.
 * @param newestGoodMs when the newest good backup was taken; `null` when there is none
 * @param sinceMs when the installation got its first data; `null` when it has none
 */
export function areBackupsOverdue(
  newestGoodMs: number | null,
  sinceMs: number | null,
  nowMs: number,
): boolean {
  const fromMs = newestGoodMs ?? sinceMs;
  return fromMs !== null && nowMs - fromMs > NIGHTS_UNTIL_WARNING * 24 * HOUR_MS;
}
