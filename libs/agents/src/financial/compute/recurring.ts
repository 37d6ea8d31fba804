import Big from 'big.js';
import { nextMonth } from './calendar-months.ts';
import type { MoneyEntry } from './money-entry.ts';
import { monthOf } from './money-entry.ts';
import { isPaidRegularly, paymentMonths } from './payment-days.ts';
import { SubjectIndex } from './subject-index.ts';

/**
 * The months after the present one in which a recurring amount is due, up to the last month; several
 * times where it is due several times.
 * @param thisMonth such as `2026-11`
 */
export function dueMonths(entry: MoneyEntry, thisMonth: string, last: string): readonly string[] {
  return paymentMonths(entry, nextMonth(thisMonth), last);
}

/** Payments of a recurring amount in the past are counted for at most this many months. */
const MOST_PAST = 120;

/**
 * The payments of recurring amounts that have been due since the month that was stated, each as an
 * entry of its month. Months in which a payment of the same thing was stated are left out.
 * @param paid payments that were stated
 * @param thisMonth such as `2026-11`
 */
export function pastPayments(
  recurring: readonly MoneyEntry[],
  paid: readonly MoneyEntry[],
  thisMonth: string,
): readonly MoneyEntry[] {
  const byMonth = Map.groupBy(paid, (entry) => monthOf(entry) ?? '');
  const index = new Map([...byMonth].map(([month, entries]) => [month, new SubjectIndex(entries)]));
  return recurring.flatMap((entry) =>
    pastMonths(entry, thisMonth)
      .filter((month) => (index.get(month)?.about(entry).length ?? 0) === 0)
      .map((month) => paymentOf(entry, month)),
  );
}

function pastMonths(entry: MoneyEntry, thisMonth: string): readonly string[] {
  if (entry.on === null || entry.type === 'quote') return [];
  return paymentMonths(entry, nextMonth(thisMonth, 1 - MOST_PAST), thisMonth);
}

function paymentOf(entry: MoneyEntry, month: string): MoneyEntry {
  const { amount, currency } = entry.value;
  const on = { date: `${month}-01`, precision: 'month' } as const;
  return { ...entry, on, value: { kind: 'money', amount, currency } };
}

/** What recurring amounts add up to in the months to come. */
export function recurringSum(entries: readonly MoneyEntry[], thisMonth: string, last: string): Big {
  return entries.reduce(
    (sum, entry) =>
      sum.plus(new Big(entry.value.amount).times(dueMonths(entry, thisMonth, last).length)),
    new Big(0),
  );
}

/** Without a date ahead, the forecast of what has no end reaches so many months ahead. */
const USUAL_MONTHS = 12;

/**
 * The last month of a forecast: the last one that is ahead, otherwise a year for what recurs.
 * @param last the last month with a date ahead; `thisMonth` when there is none
 */
export function forecastUntil(
  recurring: readonly MoneyEntry[],
  thisMonth: string,
  last: string,
): string {
  const isOpen = recurring.some((entry) => isPaidRegularly(entry) && entry.term === undefined);
  return isOpen && last === thisMonth ? nextMonth(thisMonth, USUAL_MONTHS) : last;
}
