import type { FactDate, ReportEntry } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import { holdingDate } from './milestone-date.ts';
import { bySaying } from './shown.ts';
import { subjectKey, subjectOf } from './subject.ts';

/** A dated event with what was said of it over time. */
export interface Milestone {
  readonly label: string;
  /** The statement that holds. */
  readonly entry: ReportEntry;
  readonly on: FactDate | null;
  /** What its date follows from. */
  readonly from: readonly ReportEntry[];
  /** Statements with earlier dates, oldest first. */
  readonly moved: readonly ReportEntry[];
  /** Held statements with other dates. */
  readonly unconfirmed: readonly ReportEntry[];
  readonly status: MilestoneStatus;
}

type MilestoneStatus =
  'planned' | 'moved' | 'no new date' | 'cancelled' | 'reached' | 'overdue' | 'to confirm';

const TYPES = new Set(['milestone', 'planned_milestone']);

/** Milestones by date; those without a date come last. */
export function milestonesOf(entries: readonly ReportEntry[], today: string): readonly Milestone[] {
  const all = entries.filter(({ type, state }) => TYPES.has(type) && state !== 'rejected');
  const groups = Map.groupBy(all, keysOf(all));
  return [...groups.values()]
    .flatMap((group) => milestoneOf(group.toSorted(bySaying), today))
    .toSorted((one, other) => dateOrder(one.on).localeCompare(dateOrder(other.on)));
}

/** Statements of one milestone have equal keys: by their words, or because one replaces the other. */
function keysOf(all: readonly ReportEntry[]): (entry: ReportEntry) => string {
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const known = new Map<string, string>();
  const keyOf = (entry: ReportEntry): string => {
    const chain: ReportEntry[] = [];
    let last = entry;
    while (!known.has(last.id) && !chain.includes(last)) {
      chain.push(last);
      last = byId.get(last.supersededBy ?? '') ?? last;
    }
    const key = known.get(last.id) ?? subjectKey(subjectOf(last.label));
    for (const { id } of chain) known.set(id, key);
    return key;
  };
  return keyOf;
}

function milestoneOf(group: readonly ReportEntry[], today: string): readonly Milestone[] {
  const entry = holding(group);
  if (!entry) return [];
  const replaced = new Set(group.map(({ supersededBy }) => supersededBy));
  const counted = group.filter(({ state }) => state === 'counted');
  const { on, from } = holdingDate(counted.length > 0 ? counted : [entry], ({ id }) =>
    replaced.has(id),
  );
  const others = group.filter((each) => each.on !== null && each.on.date !== on?.date);
  const moved = firstOfEachDate(others.filter(({ state }) => state !== 'held'));
  const unconfirmed = others.filter(({ state }) => state === 'held');
  const status = statusOf(entry, on, moved, today);
  return [{ label: entry.label, entry: { ...entry, on }, on, from, moved, unconfirmed, status }];
}

/** The statement that holds: that it is reached, or else the latest. */
function holding(group: readonly ReportEntry[]): ReportEntry | undefined {
  const counted = group.filter(({ state }) => state === 'counted');
  return counted.findLast(({ status }) => status === 'reached') ?? counted.at(-1) ?? group.at(-1);
}

function firstOfEachDate(entries: readonly ReportEntry[]): readonly ReportEntry[] {
  return [...Map.groupBy(entries, ({ on }) => on?.date ?? '').values()].flatMap(
    ([first]) => first ?? [],
  );
}

function statusOf(
  { status, state }: ReportEntry,
  on: FactDate | null,
  moved: readonly ReportEntry[],
  today: string,
): Milestone['status'] {
  if (state !== 'counted') return 'to confirm';
  if (status === 'reached' || status === 'cancelled') return status;
  if (!on && (moved.length > 0 || status === 'postponed')) return 'no new date';
  if (on && lastDay(on) < dayNumber(today)) return 'overdue';
  return status === 'moved' || moved.length > 0 ? 'moved' : 'planned';
}

function dateOrder(on: FactDate | null): string {
  return on?.date ?? '9999';
}
