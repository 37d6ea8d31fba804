import Big from 'big.js';
import type { Rate } from '#contracts/model';
import type { MoneyEntry } from './money-entry.ts';
import { monthOf } from './money-entry.ts';
import { nextMonth } from './calendar-months.ts';

/** Months from one payment to the next; rates for shorter spans have no known number of payments. */
const MONTHS: Partial<Record<Rate, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The months after the present one in which a recurring amount is due, up to the last month.
 * @param thisMonth such as `2026-11`
 */
export function dueMonths(entry: MoneyEntry, thisMonth: string, last: string): readonly string[] {
  const step = MONTHS[entry.value.per ?? 'hour'];
  const start = monthOf(entry);
  if (step === undefined || start === null) return [];
  const due: string[] = [];
  for (let month = start; month <= last; month = nextMonth(month, step)) {
    if (month > thisMonth) due.push(month);
  }
  return due;
}

/** What recurring amounts add up to in the months to come. */
export function recurringSum(entries: readonly MoneyEntry[], thisMonth: string, last: string): Big {
  return entries.reduce(
    (sum, entry) =>
      sum.plus(new Big(entry.value.amount).times(dueMonths(entry, thisMonth, last).length)),
    new Big(0),
  );
}
