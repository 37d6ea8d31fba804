import { describe, expect, it } from '@jest/globals';
import { findDates } from '../dates.ts';
import { withoutReplacedDates } from './replaced.ts';

const TODAY = '2026-11-26';
const datesIn = (text: string) =>
  withoutReplacedDates(text, findDates(text, TODAY)).holding.map(({ on }) => on.date);

describe('a date that is taken back at once', () => {
  it.each([
    ['I will do it by Monday. Sorry, I meant Tuesday.', '2026-12-01'],
    ['The launch is on 3 March. Wait, 5 March.', '2027-03-05'],
    ['The launch is on 3 March, not 5 March.', '2027-03-03'],
    ['Ich mache das am Montag, nein, am Dienstag.', '2026-12-01'],
    ['La première est le 12 juin, non pardon, le 19 juin.', '2027-06-19'],
  ])('is left out: %s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  it.each([
    ['From 3 March to 5 March.', 2],
    ['On Monday we meet, on Tuesday we build.', 2],
    ['The deadline was in March, now it is 5 April.', 2],
  ])('is no other one: %s', (text, count) => {
    expect(datesIn(text)).toHaveLength(count);
  });
});
