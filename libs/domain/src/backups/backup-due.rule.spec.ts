import { describe, expect, it } from '@jest/globals';
import { areBackupsOverdue, isBackupDue } from './backup-due.rule.ts';

const HOUR_MS = 60 * 60_000;
const NIGHT = Date.parse('2026-03-29T01:00:00Z');
const hours = (count: number) => count * HOUR_MS;

describe('a nightly backup', () => {
  it('is due when there is none', () => {
    expect(isBackupDue([], NIGHT)).toBe(true);
  });

  it('is skipped while there is one younger than 23 hours, whatever else there is', () => {
    expect(isBackupDue([NIGHT - hours(22.9)], NIGHT)).toBe(false);
    expect(isBackupDue([NIGHT - hours(23)], NIGHT)).toBe(true);
    expect(isBackupDue([NIGHT - hours(72), NIGHT - hours(1), NIGHT - hours(48)], NIGHT)).toBe(
      false,
    );
  });

  it('is due on the day that has 23 hours, and skipped when a clock is put back an hour', () => {
    const yesterday = Date.parse('2026-03-28T02:00:00Z');
    expect(isBackupDue([yesterday], Date.parse('2026-03-29T01:00:00Z'))).toBe(true);
    const firstThree = Date.parse('2026-10-25T00:00:00Z');
    expect(isBackupDue([firstThree], firstThree + hours(1))).toBe(false);
  });

  it('is due when the only one is from the future, unless that is by minutes', () => {
    expect(isBackupDue([NIGHT + hours(24 * 365)], NIGHT)).toBe(true);
    expect(isBackupDue([NIGHT + hours(0.1)], NIGHT)).toBe(false);
  });
});

describe('backups are overdue', () => {
  it('two days after the newest good one', () => {
    expect(areBackupsOverdue(NIGHT - hours(48), null, NIGHT)).toBe(false);
    expect(areBackupsOverdue(NIGHT - hours(49), null, NIGHT)).toBe(true);
  });

  it('two days after the first data when there is none, and never without data', () => {
    expect(areBackupsOverdue(null, NIGHT - hours(49), NIGHT)).toBe(true);
    expect(areBackupsOverdue(null, NIGHT - hours(1), NIGHT)).toBe(false);
    expect(areBackupsOverdue(null, null, NIGHT)).toBe(false);
  });
});
