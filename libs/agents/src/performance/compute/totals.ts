import type { FactValue, ReportEntry } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import { numberOf } from './measure.ts';

/** The totals of a metric over time. */
export interface Totals {
  /** Entries with the total after each of them as their value. */
  readonly values: readonly ReportEntry[];
  /** What the latest total follows from. */
  readonly latestFrom: readonly ReportEntry[];
}

/**
 * Adds what was gained to the total that was stated before, and subtracts what was lost. A change
 * without a total before it makes none, and neither does one that happened before the total was
 * stated: "we lost 20 last month" is in it already.
 * @param counted in the order in which they were said
 */
export function totalsOf(counted: readonly ReportEntry[]): Totals {
  const values: ReportEntry[] = [];
  let latestFrom: ReportEntry[] = [];
  for (const entry of counted) {
    const stated = latestFrom[0];
    const before = values.at(-1);
    if (!isChange(entry)) {
      latestFrom = [entry];
      values.push(entry);
    } else if (before && stated && !isIn(stated, entry)) {
      latestFrom.push(entry);
      values.push({ ...entry, value: totalAfter(before, entry) });
    }
  }
  return { values, latestFrom };
}

/** Whether an entry states a change, and no total. */
export function isChange({ status }: ReportEntry): boolean {
  return status === 'gained' || status === 'lost';
}

function isIn({ saidOn }: ReportEntry, { on }: ReportEntry): boolean {
  return on !== null && saidOn !== null && lastDay(on) < dayNumber(saidOn);
}

function totalAfter(before: ReportEntry, change: ReportEntry): FactValue | null {
  const by = numberOf(change);
  const total = numberOf(before)
    .plus(change.status === 'lost' ? by.neg() : by)
    .toFixed();
  const { value } = before;
  if (value?.kind === 'quantity') return { ...value, quantity: total };
  if (value?.kind === 'percent') return { ...value, percent: total };
  return value === null ? null : { ...value, amount: total };
}
