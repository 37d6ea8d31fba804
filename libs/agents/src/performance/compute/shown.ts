import type { ReportEntry } from '#contracts/model';

/** The entries of a type that are shown: those that are counted, and those that are held. */
export function shown(entries: readonly ReportEntry[], type: string): readonly ReportEntry[] {
  return entries.filter(
    (entry) => entry.type === type && (entry.state === 'counted' || entry.state === 'held'),
  );
}

/** Orders entries by when they were said; items of the plan come first. */
export function bySaying(one: ReportEntry, other: ReportEntry): number {
  return (one.saidAt ?? '').localeCompare(other.saidAt ?? '');
}

/** Whether an entry was said before another one. */
export type Before = (one: ReportEntry, other: ReportEntry) => boolean;

/**
 * The order of entries by when they were said. Statements of one turn have the same time; they are in
 * the order of the list.
 */
export function orderOf(entries: readonly ReportEntry[]): Before {
  const places = new Map(entries.map((entry, at) => [entry, at]));
  return (one, other) => {
    const byTime = bySaying(one, other);
    return byTime === 0 ? (places.get(one) ?? 0) < (places.get(other) ?? 0) : byTime < 0;
  };
}
