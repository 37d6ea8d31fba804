import type { FactDate, QuantityValue, ReportEntry } from '#contracts/model';
import { calendarDay, type DayNumber, dayAt, dayNumber } from '../../text/dates/calendar.ts';
import { monthInWords } from './calendar-months.ts';
import type { MoneyEntry, Term } from './money-entry.ts';
import { firstPayment } from './payment-days.ts';
import { isSubjectOf } from './subject.ts';

/** At most so many of the latest statements of an end are compared with each recurring amount. */
const MAX_COMPARED = 50;

/**
 * Gives recurring amounts the end that was stated for them: the latest about the same thing,
 * otherwise one in the same turn.
 * @param all every entry, among them the counted statements of ends
 */
export function withTerms(
  entries: readonly MoneyEntry[],
  all: readonly ReportEntry[],
): readonly MoneyEntry[] {
  const terms = all
    .filter(({ type, state }) => type === 'term' && state === 'counted')
    .slice(-MAX_COMPARED);
  if (terms.length === 0) return entries;
  return entries.map((entry) => {
    const stated = entry.value.per === undefined ? undefined : statedFor(entry, terms);
    const term = stated === undefined ? null : termOf(stated, entry);
    return term === null ? entry : { ...entry, term };
  });
}

function statedFor(entry: MoneyEntry, terms: readonly ReportEntry[]): ReportEntry | undefined {
  const about = terms.findLast((term) => isSubjectOf(entry, term));
  return about ?? terms.findLast(({ saidAt }) => saidAt !== null && saidAt === entry.saidAt);
}

function termOf({ id, on, value }: ReportEntry, entry: MoneyEntry): Term | null {
  if (on !== null) return { id, endsBefore: dayAfter(on), words: `until ${dateInWords(on)}` };
  if (value?.kind !== 'quantity') return null;
  const endsBefore = endAfter(entry, value);
  return endsBefore === null ? null : { id, endsBefore, words: spanInWords(value) };
}

/** The day after a stated day, month or quarter; "until 2028" ends when that year begins. */
function dayAfter({ date, precision }: FactDate): DayNumber {
  const { year, month } = calendarDay(dayNumber(date));
  switch (precision) {
    case 'day':
      return dayNumber(date) + 1;
    case 'month':
      return dayAt(year, month + 1);
    case 'quarter':
      return dayAt(year, month + 3);
    case 'year':
      return dayAt(year, 1);
  }
}

/** The spans of time that a term may have, in months or days. */
const SPANS = [
  { pattern: /^(?:month|monat|mois|mes)/u, name: 'month', months: 1, days: 0 },
  { pattern: /^(?:quarter|quartal|trimestre)/u, name: 'quarter', months: 3, days: 0 },
  { pattern: /^(?:year|jahr|an|año)/u, name: 'year', months: 12, days: 0 },
  { pattern: /^(?:week|woche|semaine|semana)/u, name: 'week', months: 0, days: 7 },
] as const;

/** The day on which a span of time from the first payment is over. */
function endAfter(entry: MoneyEntry, { quantity, unit }: QuantityValue): DayNumber | null {
  const first = firstPayment(entry);
  const count = Number(quantity);
  const span = SPANS.find(({ pattern }) => pattern.test(unit));
  if (first === null || span === undefined || !Number.isInteger(count)) return null;
  const { year, month, day } = calendarDay(first);
  return dayAt(year, month + count * span.months, day + count * span.days);
}

function spanInWords({ quantity, unit }: QuantityValue): string {
  const name = SPANS.find(({ pattern }) => pattern.test(unit))?.name ?? unit;
  return `for ${quantity} ${name}${quantity === '1' ? '' : 's'}`;
}

function dateInWords({ date, precision }: FactDate): string {
  if (precision === 'day') return date;
  return precision === 'year' ? date.slice(0, 4) : monthInWords(date);
}
