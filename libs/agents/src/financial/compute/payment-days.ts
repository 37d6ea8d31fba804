import type { Rate } from '#contracts/model';
import { calendarDay, type DayNumber, dayAt, dayNumber } from '../../text/dates/calendar.ts';
import type { MoneyEntry } from './money-entry.ts';

/** Months or days from one payment to the next; of hours and days nobody knows how many are paid. */
const STEPS: Partial<Record<Rate, { readonly months: number; readonly days: number }>> = {
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  quarter: { months: 3, days: 0 },
  year: { months: 12, days: 0 },
};

/** More payments than this are not counted: ten years of weeks. */
const MOST_PAYMENTS = 530;

/** Whether it is known how often an amount is paid. */
export function isPaidRegularly({ value }: MoneyEntry): boolean {
  return value.per !== undefined && STEPS[value.per] !== undefined;
}

/**
 * The day of the first payment of a recurring amount: the stated one. Where none was stated, it is
 * the week or the month after the one in which it was said.
 */
export function firstPayment({ on, saidOn, value }: MoneyEntry): DayNumber | null {
  if (on !== null) return dayNumber(on.date);
  if (saidOn === null) return null;
  const { year, month, day } = calendarDay(dayNumber(saidOn));
  return value.per === 'week' ? dayAt(year, month, day + 7) : dayAt(year, month + 1);
}

/**
 * The months of the payments of a recurring amount, such as `2026-11`; several times where several
 * payments are in it.
 * @param first, last months between which they are; the first payment may be later
 */
export function paymentMonths(entry: MoneyEntry, first: string, last: string): readonly string[] {
  const step = STEPS[entry.value.per ?? 'hour'];
  const begin = startOf(entry, first);
  if (step === undefined || begin === null) return [];
  const { year, month, day } = calendarDay(begin);
  const months: string[] = [];
  for (let count = 0; count < MOST_PAYMENTS; count++) {
    const dueOn = dayAt(year, month + count * step.months, day + count * step.days);
    const dueIn = monthName(dueOn);
    if (dueIn > last || dueOn >= (entry.term?.endsBefore ?? Infinity)) break;
    if (dueIn >= first) months.push(dueIn);
  }
  return months;
}

/**
 * A quarter or a year without a stated beginning may be due at any time: it begins with the first
 * month that is asked for, so that a short forecast does not leave it out.
 */
function startOf(entry: MoneyEntry, first: string): DayNumber | null {
  const stated = firstPayment(entry);
  if (stated === null) return null;
  const isKnown = entry.on !== null || entry.term !== undefined || entry.value.per === 'week';
  const begin = isKnown ? stated : Math.max(stated, dayNumber(`${first}-01`));
  if (entry.value.per === 'week') return begin;
  const { year, month } = calendarDay(begin);
  return dayAt(year, month);
}

function monthName(on: DayNumber): string {
  const { year, month } = calendarDay(on);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
