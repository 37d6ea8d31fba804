import { aBackup, aStatus } from './backup.fixture.ts';
import {
  checkOf,
  contentsOf,
  headlineOf,
  nextRunOf,
  reasonOf,
  recordingsOf,
  sizeOf,
  spaceOf,
} from './backup-words.ts';

const HOUR_MS = 60 * 60_000;
const TAKEN_AT_MS = Date.parse('2026-11-22T02:00:00.000Z');

describe('the headline of the backups', () => {
  it.each([
    [0, 'Last good backup just now, checked by restoring'],
    [3 * HOUR_MS, 'Last good backup 3 hours ago, checked by restoring'],
    [30 * HOUR_MS, 'Last good backup yesterday, checked by restoring'],
  ])('says how old the last good one is: %d ms', (ageMs, words) => {
    expect(headlineOf(aStatus(), TAKEN_AT_MS + ageMs)).toEqual({ words, tone: 'good' });
  });

  it('says for how long there was none when it is overdue', () => {
    expect(headlineOf(aStatus({ overdue: true }), TAKEN_AT_MS + 80 * HOUR_MS)).toEqual({
      words: 'No good backup for 3 days',
      tone: 'bad',
    });
  });

  it.each([
    [true, 'bad'],
    [false, 'quiet'],
  ])('says that there was never one; overdue: %s', (overdue, tone) => {
    const status = aStatus({ lastGood: null, overdue });
    expect(headlineOf(status, TAKEN_AT_MS)).toEqual({ words: 'Never backed up', tone });
  });
});

describe('the next backup', () => {
  it('is named with its local time, or is not known', () => {
    const nowMs = new Date(2026, 10, 22, 18).getTime();
    const nextAt = new Date(2026, 10, 23, 3).toISOString();
    expect(nextRunOf({ nextAt }, nowMs)).toBe('Next one tonight at 03:00.');
    expect(nextRunOf({ nextAt: null }, nowMs)).toMatch(/^No next one is planned/);
  });
});

describe('sizes of backups', () => {
  it.each([
    [{ count: 0, bytes: 0 }, 'None yet'],
    [{ count: 1, bytes: 1536 }, '1 backup, 1.5 KiB'],
    [{ count: 14, bytes: 906 * 1024 ** 2 }, '14 backups, 906 MiB'],
  ])('%j', (status, words) => {
    expect(sizeOf(status)).toBe(words);
  });

  it('have free space beside them, unless a store does not tell', () => {
    expect(spaceOf({ freeBytes: 80 * 1024 ** 3 })).toBe('80.0 GiB free');
    expect(spaceOf({ freeBytes: null })).not.toContain('null');
  });

  it('include those of the recordings', () => {
    expect(recordingsOf(aBackup())).toBe('41 recordings, 900 MiB');
    expect(recordingsOf(aBackup({ recordings: { count: 0, bytes: 0 } }))).toBe('no recordings');
  });
});

describe('what is inside a backup', () => {
  it('are the kinds that it has some of, the largest first', () => {
    const tables = [
      { name: 'conversations', rows: 94 },
      { name: 'agent_reports', rows: 0 },
      { name: 'tool.migrations', rows: 4 },
      { name: 'correction_audit', rows: 12_077 },
    ];
    expect(contentsOf({ tables })).toEqual([
      { name: 'correction audit', count: '12,077' },
      { name: 'conversations', count: '94' },
    ]);
  });

  it('was compared after it was restored', () => {
    const nowMs = Date.parse('2026-11-22T05:00:09.000Z');
    expect(checkOf(aBackup(), nowMs)).toBe(
      'Restored and compared 3 hours ago; 5 recordings read in full',
    );
  });
});

it('a backup that cannot be read is damaged, or comes from a newer version', () => {
  expect(reasonOf('damaged')).toContain('damaged');
  expect(reasonOf('newer_format')).toContain('newer version');
});
