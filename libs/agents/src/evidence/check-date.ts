import type { FactDate } from '#contracts/model';
import type { LineEvidence } from './line-evidence.ts';

/**
 * Whether a date is stated in the line, as exactly as that. Of a day without a month, such as "the
 * 29th", the month may be the one that was spoken of.
 */
export function isDateStated(on: FactDate, line: LineEvidence): boolean {
  return line.dates.some(
    ({ on: found, isDayOnly }) =>
      found.precision === on.precision &&
      (found.date === on.date || (isDayOnly === true && dayIn(found) === dayIn(on))),
  );
}

function dayIn({ date }: FactDate): string {
  return date.slice(-2);
}
