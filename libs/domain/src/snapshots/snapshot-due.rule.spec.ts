import { describe, expect, it } from '@jest/globals';
import { isSnapshotDue } from './snapshot-due.rule.ts';

const HOUR_MS = 3_600_000;
const INTERVALS = { everyEvents: 5_000, everyMs: 24 * HOUR_MS };
const NO_FAILURE = { sinceFailureMs: null };

describe('a snapshot', () => {
  it.each([
    ['enough events', { eventsSince: 5_000, sinceMs: 0 }, true],
    ['one event less', { eventsSince: 4_999, sinceMs: HOUR_MS }, false],
    ['enough time with an event', { eventsSince: 1, sinceMs: 24 * HOUR_MS }, true],
    ['less time', { eventsSince: 1, sinceMs: 24 * HOUR_MS - 1 }, false],
    ['any time without events', { eventsSince: 0, sinceMs: 240 * HOUR_MS }, false],
  ])('after %s: due %s', (_what, since, expected) => {
    expect(isSnapshotDue({ ...since, ...NO_FAILURE }, INTERVALS)).toBe(expected);
  });

  it('is not tried again at once where the last one failed', () => {
    const since = { eventsSince: 90_000, sinceMs: 48 * HOUR_MS };
    expect(isSnapshotDue({ ...since, sinceFailureMs: 60_000 }, INTERVALS)).toBe(false);
    expect(isSnapshotDue({ ...since, sinceFailureMs: HOUR_MS }, INTERVALS)).toBe(true);
  });
});
