import type { FactDate, ReportEntry } from '#contracts/model';
import { dayNumber, factDate } from '../../text/dates/calendar.ts';
import { movedBy } from '../rules/spans.ts';

/** The date that holds, and the statements that it follows from. */
export interface HoldingDate {
  /** `null` while no date is known. */
  readonly on: FactDate | null;
  readonly from: readonly ReportEntry[];
}

/** So many of the latest statements are named as those that a date follows from. */
const MOST_NAMED = 20;

/**
 * The date of a milestone after all that was said of it: the latest that was stated, moved by "two
 * weeks" where somebody said so afterwards, and none once it was postponed without a new one.
 * @param counted in the order in which they were said
 * @param isMoved whether an entry has replaced an earlier date: "it was postponed" is then said of that
 */
export function holdingDate(
  counted: readonly ReportEntry[],
  isMoved: (entry: ReportEntry) => boolean,
): HoldingDate {
  return counted.reduce<HoldingDate>(
    (before, entry) => {
      if (entry.on === null && entry.value !== null) return shifted(before, entry);
      if (entry.status === 'postponed' && !isMoved(entry)) return { on: null, from: [entry] };
      return entry.on ? { on: entry.on, from: [entry] } : before;
    },
    { on: null, from: [] },
  );
}

/** A month that is moved by weeks is not known any more. */
function shifted({ on, from }: HoldingDate, entry: ReportEntry): HoldingDate {
  return {
    on: on && shiftedBy(on, entry),
    from: [...from, entry].slice(-MOST_NAMED),
  };
}

function shiftedBy(on: FactDate, { value, status }: ReportEntry): FactDate | null {
  if (value?.kind !== 'quantity' || on.precision !== 'day') return null;
  const direction = status === 'brought forward' ? -1 : 1;
  const day = movedBy(dayNumber(on.date), direction * Number(value.quantity), value.unit);
  return day === null ? null : factDate(day);
}
