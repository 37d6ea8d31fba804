import Big from 'big.js';
import type { FactValue, Figure, ReportEntry, TableBlock } from '#contracts/model';
import { singular } from '../../text/singular.ts';
import { dateFigure, figure, labelFigure, textFigure } from './figure.ts';
import { bySaying, shown } from './shown.ts';
import { subjectKey, subjectOf } from './subject.ts';

/** The values of one metric in the order in which they were stated. */
export interface MetricSeries {
  readonly label: string;
  /** Those that are counted; empty when all are held. */
  readonly values: readonly ReportEntry[];
  readonly held: readonly ReportEntry[];
}

/** The metrics, each with its values over time. Different units are different metrics. */
export function metricSeries(entries: readonly ReportEntry[]): readonly MetricSeries[] {
  const all = shown(entries, 'metric').filter(({ value }) => value !== null);
  const groups = Map.groupBy(all, (entry) => seriesKey(entry));
  return [...groups.values()].map((group) => {
    const values = group.filter(({ state }) => state === 'counted').toSorted(bySaying);
    const held = group.filter(({ state }) => state === 'held');
    return { label: (values.at(-1) ?? held.at(-1))?.label ?? '', values, held };
  });
}

/** The unit belongs to the words: "320 signups" and "signups are at 320" are one metric. */
function seriesKey({ label, value }: ReportEntry): string {
  const unit = value?.kind === 'money' ? value.currency : '';
  return `${value?.kind ?? ''}\n${unit}\n${subjectKey(subjectOf(label))}`;
}

/** The number of a value, and its unit. */
export function measureOf(value: FactValue): { readonly number: Big; readonly unit: string } {
  if (value.kind === 'percent') return { number: new Big(value.percent), unit: '%' };
  if (value.kind === 'money') return { number: new Big(value.amount), unit: value.currency };
  return { number: new Big(value.quantity), unit: singular(value.unit) };
}

/** Metrics with their latest value, its change and their values over time. */
export function metricsBlock(series: readonly MetricSeries[]): TableBlock {
  return {
    kind: 'table',
    key: 'metrics',
    title: 'Metrics',
    columns: [
      { key: 'what', label: 'Metric' },
      { key: 'latest', label: 'Latest' },
      { key: 'change', label: 'Change' },
      { key: 'trend', label: 'Trend' },
      { key: 'on', label: 'Stated' },
    ],
    rows: series.flatMap((each) => rowOf(each)),
    empty: 'No number was stated yet.',
  };
}

function rowOf({ values, held }: MetricSeries): TableBlock['rows'] {
  const latest = values.at(-1) ?? held.at(-1);
  if (!latest) return [];
  const previous = values.at(-2);
  const cells: Record<string, Figure> = {
    what: labelFigure('Metric', latest),
    latest: figure('Latest', latest.value, [[latest], 'The value that was stated last.']),
    on: dateFigure(
      'Stated',
      latest.on ?? (latest.saidOn ? { date: latest.saidOn, precision: 'day' } : null),
      [[latest], 'When it was stated, or the date in the statement.'],
    ),
  };
  if (previous) {
    cells['change'] = changeOf(previous, latest);
    cells['trend'] = textFigure('Trend', values.map(numberText).join(' → '), [
      values,
      'Every stated value, oldest first.',
    ]);
  }
  return [{ group: null, entryId: latest.id, cells }];
}

function changeOf(previous: ReportEntry, latest: ReportEntry): Figure {
  const change = numberOf(latest).minus(numberOf(previous));
  const text = `${change.gte(0) ? '+' : ''}${change.toFixed()}`;
  return textFigure('Change', text, [
    [previous, latest],
    'The latest value minus the one before it.',
  ]);
}

function numberText(entry: ReportEntry): string {
  return numberOf(entry).toFixed();
}

function numberOf({ value }: ReportEntry): Big {
  return value === null ? new Big(0) : measureOf(value).number;
}
