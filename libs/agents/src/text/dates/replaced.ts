import { type Repaired, withoutReplaced } from '../replaced.ts';
import type { FoundDate } from '../dates.ts';

/**
 * Leaves out the dates that were replaced at once by another one that is as exact.
 * @param dates of the text, in its order
 */
export function withoutReplacedDates(
  text: string,
  dates: readonly FoundDate[],
): Repaired<FoundDate> {
  return withoutReplaced(text, dates, isAlike);
}

function isAlike({ on: one }: FoundDate, { on: other }: FoundDate): boolean {
  return one.precision === other.precision;
}
