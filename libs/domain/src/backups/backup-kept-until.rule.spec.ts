import { describe, expect, it } from '@jest/globals';
import { keptUntilMs } from './backup-kept-until.rule.ts';
import { backupsToPrune, type KeepRule, type PrunableBackup } from './backup-prune.rule.ts';

const DAY_MS = 24 * 60 * 60_000;
const NOW_MS = 100 * DAY_MS;

/** A backup of each of the last nights, the newest first. */
const nightly = (count: number): readonly PrunableBackup[] =>
  Array.from({ length: count }, (_, age) => ({
    ...{ id: `bkp_${age}`, takenAtMs: NOW_MS - age * DAY_MS, bytes: 1, isGood: true },
  }));

/** The day on which the rule of the clean-up removes the newest backup, with one more each night. */
function dayOfRemoval(backups: readonly PrunableBackup[], keep: KeepRule): number {
  const [newest] = backups;
  let all = [...backups];
  for (let day = 1; day < 1_000; day += 1) {
    const nowMs = NOW_MS + day * DAY_MS;
    all = [{ id: `later_${day}`, takenAtMs: nowMs, bytes: 1, isGood: true }, ...all];
    const gone = backupsToPrune(all, keep, nowMs);
    if (newest && gone.includes(newest.id)) return day;
    all = all.filter(({ id }) => !gone.includes(id));
  }
  return Infinity;
}

describe('until when a backup is kept', () => {
  it.each([
    { count: 14, days: null, bytes: null },
    { count: 1, days: null, bytes: null },
    { count: 100, days: 30, bytes: null },
    { count: 14, days: 7, bytes: null },
  ])('is when the clean-up removes it, with one each night: %p', (keep) => {
    const backups = nightly(5);
    const [newest] = backups;
    if (!newest) throw new Error('there is no backup');
    const expected = NOW_MS + dayOfRemoval(backups, keep) * DAY_MS;
    expect(keptUntilMs(newest, backups, keep, NOW_MS)).toBe(expected);
  });

  it('is sooner the more newer ones there are, and never in the past', () => {
    const backups = nightly(20);
    const keep = { count: 14, days: null, bytes: null };
    const until = backups.map(
      (each) => (keptUntilMs(each, backups, keep, NOW_MS) - NOW_MS) / DAY_MS,
    );
    expect(until.slice(0, 3)).toEqual([14, 13, 12]);
    expect(until.at(-1)).toBe(0);
  });
});
