import { alarmOf } from './backup-alarm.ts';
import { aStatus } from './backup.fixture.ts';

const NOW_MS = Date.parse('2026-11-25T05:00:00.000Z');
const FAILED = { state: 'failed' } as const;

describe('the alarm about backups', () => {
  it('is silent while there is a good one', () => {
    expect(alarmOf(aStatus(), [{ state: 'completed' }, FAILED, FAILED], NOW_MS)).toBeNull();
  });

  it('says for how long there was no good one', () => {
    expect(alarmOf(aStatus({ overdue: true }), [FAILED, FAILED], NOW_MS)).toBe(
      'No good backup for 3 days',
    );
    expect(alarmOf(aStatus({ overdue: true, lastGood: null }), [], NOW_MS)).toBe('Never backed up');
  });

  it('says that the last two failed, although the last good one is new enough', () => {
    expect(alarmOf(aStatus(), [FAILED, FAILED], NOW_MS)).toBe('The last two backups failed');
  });
});
