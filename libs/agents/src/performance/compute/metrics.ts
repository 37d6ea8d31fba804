import type { ReportEntry } from '#contracts/model';
import { bySaying, shown } from './shown.ts';
import { totalsOf } from './totals.ts';
import { subjectKey, subjectOf } from './subject.ts';

/** The values of one metric in the order in which they were stated. */
export interface MetricSeries {
  readonly label: string;
  /** Totals that are counted; empty when all are held, or only changes were stated. */
  readonly values: readonly ReportEntry[];
  /** What the latest total follows from: the stated one, and what was gained and lost since. */
  readonly latestFrom: readonly ReportEntry[];
  /** The latest change that counts, when no total is known. */
  readonly change: ReportEntry | null;
  readonly held: readonly ReportEntry[];
}

/** The metrics, each with its values over time. Different units are different metrics. */
export function metricSeries(entries: readonly ReportEntry[]): readonly MetricSeries[] {
  const all = shown(entries, 'metric').filter(({ value }) => value !== null);
  const groups = Map.groupBy(all, (entry) => seriesKey(entry));
  return [...groups.values()].map((group) => {
    const counted = group.filter(({ state }) => state === 'counted').toSorted(bySaying);
    const held = group.filter(({ state }) => state === 'held');
    const { values, latestFrom } = totalsOf(counted);
    const change = values.length === 0 ? (counted.at(-1) ?? null) : null;
    const label = (values.at(-1) ?? change ?? held.at(-1))?.label ?? '';
    return { label, values, latestFrom, change, held };
  });
}

/** The unit belongs to the words: "320 signups" and "signups are at 320" are one metric. */
function seriesKey({ label, value }: ReportEntry): string {
  const unit = value?.kind === 'money' ? value.currency : '';
  return `${value?.kind ?? ''}\n${unit}\n${subjectKey(subjectOf(label))}`;
}
