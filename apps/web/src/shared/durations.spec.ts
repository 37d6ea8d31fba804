import { formatPosition, formatSpan, formatTimeLeft, formatWhen } from './durations.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('positions in a recording', () => {
  it.each([
    [0, '0:00'],
    [-5, '0:00'],
    [7_999, '0:07'],
    [12 * MINUTE_MS + 3_000, '12:03'],
    [HOUR_MS + 2 * MINUTE_MS + 3_000, '1:02:03'],
  ])('shows %d ms as %s', (ms, shown) => {
    expect(formatPosition(ms)).toBe(shown);
  });
});

describe('lengths of time', () => {
  it.each([
    [300, 'under 1 s'],
    [7_000, '7 s'],
    [59_999, '59 s'],
    [MINUTE_MS, '1 min'],
    [2 * MINUTE_MS + 5_000, '2 min 5 s'],
    [HOUR_MS + 3 * MINUTE_MS + 59_000, '1 h 3 min'],
    [30 * HOUR_MS, '30 h'],
  ])('shows %d ms as %s', (ms, shown) => {
    expect(formatSpan(ms)).toBe(shown);
  });
});

describe('time left', () => {
  it.each([
    [0, 'a few seconds left'],
    [11_000, 'about 15 s left'],
    [49_000, 'about 50 s left'],
    [51_000, 'about 1 min left'],
    [3 * MINUTE_MS + 10_000, 'about 3 min left'],
    [2 * HOUR_MS, 'about 2 h left'],
  ])('shows %d ms as %s', (ms, shown) => {
    expect(formatTimeLeft(ms)).toBe(shown);
  });
});

describe('when something happened', () => {
  const nowMs = Date.parse('2026-11-22T12:00:00.000Z');

  it.each([
    ['2026-11-22T11:59:30.000Z', 'just now'],
    ['2026-11-22T12:00:05.000Z', 'just now'],
    ['2026-11-22T11:55:00.000Z', '5 minutes ago'],
    ['2026-11-22T09:00:00.000Z', '3 hours ago'],
    ['2026-11-21T11:00:00.000Z', 'yesterday'],
    ['2026-11-01T12:00:00.000Z', 'Nov 1, 2026'],
  ])('shows %s as %s', (iso, shown) => {
    expect(formatWhen(iso, nowMs)).toBe(shown);
  });
});
