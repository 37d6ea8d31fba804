import type { Task, TaskState } from '../api/types.ts';
import { aTask } from '../tasks/task.fixture.ts';
import { failedTwice, outcomeOf } from './backup-outcome.ts';

const ENDED_AT = '2026-11-22T02:00:00.000Z';
const NOW_MS = Date.parse('2026-11-22T05:00:00.000Z');

function ended(state: TaskState, ...codes: Task['warnings'][number]['code'][]): Task {
  const warnings = codes.map((code) => ({ code, message: 'A sentence.' }));
  return aTask({ type: 'backup', state, warnings, endedAt: ENDED_AT, durationMs: 9_000 });
}

describe('the outcome of a backup', () => {
  it.each([
    [ended('completed'), 'Done 3 hours ago: restored for a check, and good. It took 9 s.', 'good'],
    [ended('completed', 'backup_not_due'), 'Skipped 3 hours ago: the last one is new', 'quiet'],
    [ended('completed', 'backup_blob_missing'), 'Done 3 hours ago, but not everything.', 'warn'],
    [ended('cancelled'), 'Cancelled 3 hours ago. Earlier backups are untouched.', 'quiet'],
    [ended('failed'), 'Failed 3 hours ago. Earlier backups are untouched.', 'bad'],
    [ended('timedOut'), 'Failed 3 hours ago. Earlier backups are untouched.', 'bad'],
  ])('$state', (task, words, tone) => {
    const outcome = outcomeOf(task, NOW_MS);
    expect(outcome?.words).toContain(words);
    expect(outcome?.tone).toBe(tone);
  });

  it.each(['pending', 'running', 'cancelling'] as const)('is open while it is %s', (state) => {
    expect(outcomeOf(aTask({ type: 'backup', state }), NOW_MS)).toBeNull();
  });
});

describe('the last two backups', () => {
  it.each<[readonly TaskState[], boolean]>([
    [[], false],
    [['failed'], false],
    [['failed', 'completed', 'failed'], false],
    [['completed', 'failed', 'failed'], false],
    [['failed', 'timedOut', 'completed'], true],
    [['running', 'failed', 'cancelled', 'failed'], true],
  ])('of %j have failed: %s', (states, failed) => {
    expect(failedTwice(states.map((state) => ({ state })))).toBe(failed);
  });
});
