import type { KeepRule, PrunableBackup } from './backup-prune.rule.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Until when a good backup is kept at the latest, if one is made every night: then enough newer ones have
 * taken its place, or it is too old. A limit of their size may remove it before. As long as no newer ones
 * are made, the newest are kept.
 * @param backup one of the backups
 * @param backups all backups of the place
 * @returns milliseconds since the epoch
 */
export function keptUntilMs(
  backup: PrunableBackup,
  backups: readonly PrunableBackup[],
  { count, days }: KeepRule,
  nowMs: number,
): number {
  const newer = backups.filter((each) => each.isGood && each.takenAtMs > backup.takenAtMs).length;
  const byCountMs = nowMs + Math.max(0, count - newer) * DAY_MS;
  // The night after that removes it.
  const byAgeMs = days === null ? Infinity : backup.takenAtMs + (days + 1) * DAY_MS;
  return Math.max(nowMs, Math.min(byCountMs, byAgeMs));
}
