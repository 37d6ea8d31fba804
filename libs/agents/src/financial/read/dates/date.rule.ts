import type { FactDate } from '#contracts/model';
import type { FoundDate } from '../../../text/dates.ts';
import type { Place } from '../clauses/clauses.ts';

/**
 * The date of an amount: that of its clause, otherwise the only one of a sentence with one amount.
 * @param sentence, clause, amount places in the line
 */
export function dateOf(
  dates: readonly FoundDate[],
  amount: Place,
  clause: Place,
  sentence: Place,
  isOnlyAmount: boolean,
): FactDate | null {
  const near = within(dates, clause).toSorted(
    (one, other) => gap(one, amount) - gap(other, amount),
  );
  if (near[0] !== undefined) return near[0].on;
  const [only, ...more] = within(dates, sentence);
  return isOnlyAmount && only !== undefined && more.length === 0 ? only.on : null;
}

function within(dates: readonly FoundDate[], { start, end }: Place): readonly FoundDate[] {
  return dates.filter((date) => start <= date.start && date.end <= end);
}

function gap(date: Place, amount: Place): number {
  return date.start >= amount.end ? date.start - amount.end : amount.start - date.end;
}
