import type { Figure, ReportEntry, TableBlock } from '#contracts/model';
import { dateFigure, figure, labelFigure, textFigure } from './figure.ts';
import { numberOf } from './measure.ts';
import type { MetricSeries } from './metrics.ts';
import { isChange } from './totals.ts';

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

function rowOf(series: MetricSeries): TableBlock['rows'] {
  const { values, held, change } = series;
  const latest = values.at(-1) ?? change ?? held.at(-1);
  if (!latest) return [];
  const previous = values.at(-2);
  const cells: Record<string, Figure> = {
    what: labelFigure('Metric', latest),
    on: dateFigure(
      'Stated',
      latest.on ?? (latest.saidOn ? { date: latest.saidOn, precision: 'day' } : null),
      [[latest], 'When it was stated, or the date in the statement.'],
    ),
  };
  if (isChange(latest) && values.length === 0) cells['change'] = aloneChange(latest);
  else cells['latest'] = latestFigure(series, latest);
  if (previous) {
    cells['change'] = changeOf(previous, latest);
    cells['trend'] = textFigure('Trend', values.map(numberText).join(' → '), [
      values,
      'Every total, oldest first.',
    ]);
  }
  return [{ group: null, entryId: latest.id, cells }];
}

function latestFigure({ latestFrom }: MetricSeries, latest: ReportEntry): Figure {
  return latestFrom.length > 1
    ? figure('Latest', latest.value, [
        latestFrom,
        'The total that was stated last, with what was gained and lost since.',
      ])
    : figure('Latest', latest.value, [[latest], 'The value that was stated last.']);
}

/** A change of which no total is known. */
function aloneChange(change: ReportEntry): Figure {
  const sign = change.status === 'lost' ? '-' : '+';
  return textFigure('Change', `${sign}${numberText(change)}`, [
    [change],
    'As it was said. No total was stated before it.',
  ]);
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
