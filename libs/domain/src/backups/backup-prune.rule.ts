const DAY_MS = 24 * 60 * 60_000;

/** A complete backup, as far as it matters for removing old ones. */
export interface PrunableBackup {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly takenAtMs: number;
  /** Size of its own files; recordings are shared between backups and do not count. */
  readonly bytes: number;
  /** Whether its latest verification succeeded. */
  readonly isGood: boolean;
}

/** Which backups to keep; `null` means no limit. */
export interface KeepRule {
  readonly count: number;
  readonly days: number | null;
  readonly bytes: number | null;
}

/**
 * The backups to remove. Good ones are kept from the newest on, as long as their number, age and
 * total size allow; the newest good one is always kept. A damaged backup may be all that is left of
 * something, so it is kept until good ones of its age are removed.
 * @returns ids, oldest first
 */
export function backupsToPrune(
  backups: readonly PrunableBackup[],
  keep: KeepRule,
  nowMs: number,
): readonly string[] {
  const newestFirst = [...backups].sort((one, other) => other.takenAtMs - one.takenAtMs);
  const kept = keptGood(newestFirst, keep, nowMs);
  const goodCount = backups.filter(({ isGood }) => isGood).length;
  if (kept.length === goodCount) return [];
  const oldestKeptMs = Math.min(...kept.map(({ takenAtMs }) => takenAtMs));
  const isKept = (backup: PrunableBackup) =>
    backup.isGood ? kept.includes(backup) : backup.takenAtMs > oldestKeptMs;
  return newestFirst
    .filter((backup) => !isKept(backup))
    .map(({ id }) => id)
    .reverse();
}

function keptGood(
  newestFirst: readonly PrunableBackup[],
  { count, days, bytes }: KeepRule,
  nowMs: number,
): readonly PrunableBackup[] {
  const good = newestFirst.filter(({ isGood }) => isGood);
  const oldestMs = days === null ? -Infinity : nowMs - days * DAY_MS;
  let totalBytes = 0;
  const firstTooMany = good.findIndex((backup, index) => {
    totalBytes += backup.bytes;
    if (index === 0) return false;
    return index >= count || backup.takenAtMs < oldestMs || totalBytes > (bytes ?? Infinity);
  });
  return firstTooMany === -1 ? good : good.slice(0, firstTooMany);
}
