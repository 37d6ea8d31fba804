import { describe, expect, it } from '@jest/globals';
import { backupsToPrune, type KeepRule, type PrunableBackup } from './backup-prune.rule.ts';

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.parse('2026-11-26T03:00:00Z');
const KEEP: KeepRule = { count: 3, days: null, bytes: null };

/** Backups by age in days; a negative age means that it is damaged. */
function backups(...ages: readonly number[]): readonly PrunableBackup[] {
  return ages.map((age) => ({
    id: `${age}`,
    takenAtMs: NOW - Math.abs(age) * DAY_MS,
    bytes: 100,
    isGood: age >= 0,
  }));
}

describe('the backups to remove', () => {
  it.each<[string, readonly number[], Partial<KeepRule>, readonly string[]]>([
    ['none while there are not too many', [0, 1, 2], {}, []],
    ['the oldest ones over the number, oldest first', [3, 0, 5, 1, 2, 4], {}, ['5', '4', '3']],
    ['those that are too old', [0, 1, 2], { days: 1 }, ['2']],
    ['those over the total size', [0, 1, 2], { bytes: 250 }, ['2']],
    ['never the last good one, however old and large', [9], { days: 1, bytes: 1 }, []],
    ['none when no good one is left', [-1, -2, -3, -4, -5], {}, []],
    ['no damaged one that is newer than a good one that is kept', [-1, 2, -3, 4, 5], {}, []],
    ['a damaged one that is older than all kept', [0, 1, 2, -3, 4], {}, ['4', '-3']],
    ['no damaged one while no good one is too many', [0, 1, 2, -3], {}, []],
    ['good ones only as far as good ones replace them', [0, -1, 2, 3, 4], {}, ['4']],
  ])('are %s', (_case, ages, keep, expected) => {
    expect(backupsToPrune(backups(...ages), { ...KEEP, ...keep }, NOW)).toEqual(expected);
  });

  it('are none of no backups', () => {
    expect(backupsToPrune([], KEEP, NOW)).toEqual([]);
  });
});
