import Big from 'big.js';
import type { Rate } from '#contracts/model';
import type { MoneyEntry } from './money-entry.ts';
import { monthOf } from './money-entry.ts';
import { SubjectIndex } from './subject-index.ts';
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
  const step = MONTHS[entry.value.per ?? 'hour'];
  if (step === undefined || entry.on === null || entry.type === 'quote') return [];
  const months: string[] = [];
  let month = entry.on.date.slice(0, 7);
  for (; month <= thisMonth && months.length < MOST_PAST; month = nextMonth(month, step)) {
    months.push(month);
  }
  return months;
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
