import { describe, expect, it } from '@jest/globals';
import { dayIn } from './day-in.ts';

describe('the day of a moment', () => {
  const newYear = new Date('2026-12-31T23:30:00Z');

  it.each([
    ['Europe/London', '2026-12-31'],
    ['Europe/Berlin', '2027-01-01'],
    ['America/New_York', '2026-12-31'],
    ['Pacific/Kiritimati', '2027-01-01'],
  ])('depends on the time zone: %s', (timeZone, day) => {
    expect(dayIn(timeZone, newYear)).toBe(day);
  });
});
