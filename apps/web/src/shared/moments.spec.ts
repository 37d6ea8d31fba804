import { formatDays, formatMoment, formatUpcoming } from './moments.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A moment on a day of November 2026, in local time. */
function onNovember(day: number, hour: number, minute = 0): Date {
  return new Date(2026, 10, day, hour, minute);
}

describe('a moment', () => {
  it('is shown with its date and its local clock time', () => {
    expect(formatMoment(onNovember(6, 3, 5).toISOString())).toBe('6 Nov 2026, 03:05');
  });
});

describe('a moment in the near future', () => {
  it.each([
    ['the coming night', onNovember(25, 18), onNovember(26, 3), 'tonight at 03:00'],
    ['this night', onNovember(26, 1), onNovember(26, 3), 'tonight at 03:00'],
    ['the night after the coming one', onNovember(26, 2), onNovember(27, 3), 'tomorrow at 03:00'],
    ['later on the same day', onNovember(26, 9), onNovember(26, 14, 30), 'today at 14:30'],
    ['the next day', onNovember(26, 23), onNovember(27, 14, 30), 'tomorrow at 14:30'],
    ['later', onNovember(26, 9), onNovember(29, 3), 'on Sunday 29 November at 03:00'],
  ])('%s', (_what, now, at, words) => {
    expect(formatUpcoming(at.toISOString(), now.getTime())).toBe(words);
  });
});

describe('a number of days', () => {
  it.each([
    [0.2 * DAY_MS, '1 day'],
    [1.9 * DAY_MS, '1 day'],
    [3 * DAY_MS, '3 days'],
  ])('%d ms are %s', (ms, words) => {
    expect(formatDays(ms)).toBe(words);
  });
});
