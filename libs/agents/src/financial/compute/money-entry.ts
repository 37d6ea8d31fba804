import type { MoneyValue, ReportEntry } from '#contracts/model';
import { calendarDay, type DayNumber } from '../../text/dates/calendar.ts';

/** When a recurring amount ends, as it was stated. */
export interface Term {
  /** Id of the entry that states it. */
  readonly id: string;
  /** Payments are before this day. */
  readonly endsBefore: DayNumber;
  /** Such as `until March 2027` and `for 6 months`. */
  readonly words: string;
}

/** An entry that states an amount of money. */
export interface MoneyEntry extends ReportEntry {
  readonly value: MoneyValue;
  /** The statement without an amount that it was paid or cancelled. */
  readonly closedBy?: string;
  /** Of a recurring amount. */
  readonly term?: Term;
  /** Ids of the deposits that were paid of it already; its value is the rest. */
  readonly less?: readonly string[];
}

/** Whether an entry states an amount of money. */
export function isMoney(entry: ReportEntry): entry is MoneyEntry {
  return entry.value?.kind === 'money';
}

/**
 * The entries that count, in their order. Of entries that contradict each other the one that was
 * stated last counts.
 */
export function countedMoney(entries: readonly ReportEntry[]): readonly MoneyEntry[] {
  const counted = entries.filter(({ state }) => state === 'counted');
  const places = new Map(counted.map(({ id }, index) => [id, index]));
  return counted
    .filter(({ disputes }, index) => disputes.every((id) => (places.get(id) ?? -1) < index))
    .filter(isMoney);
}

/** The month of an entry: when it is dated, otherwise when it was said; such as `2026-11`. */
export function monthOf({ on, saidOn }: ReportEntry): string | null {
  return (on?.date ?? saidOn)?.slice(0, 7) ?? null;
}

/**
 * Whether an entry is income that the project does not have: it was refused or withdrawn, or is a
 * loan. It is none, whether a person has confirmed it or not; to confirm it says that it was refused.
 */
export function isNotGained({ type, status }: ReportEntry): boolean {
  return type === 'income' && (status === 'rejected' || status === 'lent');
}

/** The last month of a term. */
export function lastMonthOf({ endsBefore }: Term): string {
  const { year, month } = calendarDay(endsBefore - 1);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
