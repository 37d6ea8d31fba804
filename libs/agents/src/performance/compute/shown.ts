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
