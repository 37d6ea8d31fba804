import type { ReportEntry, TableBlock } from '#contracts/model';
import { dateFigure, labelFigure } from './figure.ts';
import { holdingDecisions } from './reversed-decisions.ts';
import { shown } from './shown.ts';

/** Everything of one type in the order in which it was said, the latest first. */
function listBlock(
  entries: readonly ReportEntry[],
  texts: Pick<TableBlock, 'key' | 'title' | 'empty'> & { readonly column: string },
): TableBlock {
  const { column, ...rest } = texts;
  return {
    kind: 'table',
    ...rest,
    columns: [
      { key: 'what', label: column },
      { key: 'on', label: 'Date' },
      { key: 'said', label: 'Said' },
    ],
    rows: entries
      .toReversed()
      .map((entry) => ({ group: null, entryId: entry.id, cells: cellsOf(column, entry) })),
  };
}

function cellsOf(column: string, entry: ReportEntry) {
  return {
    what: labelFigure(column, entry),
    on: dateFigure('Date', entry.on, [
      [entry],
      'The date in the statement, seen from when it was said.',
    ]),
    said: dateFigure(
      'Said',
      entry.saidOn === null ? null : { date: entry.saidOn, precision: 'day' },
      [[entry], 'When it was said first.'],
    ),
  };
}

/** Stated risks. */
export function risksBlock(entries: readonly ReportEntry[]): TableBlock {
  return listBlock(shown(entries, 'risk'), {
    key: 'risks',
    title: 'Risks',
    column: 'Risk',
    empty: 'No risk was stated yet.',
  });
}

/** What was decided, without decisions that were reversed later. */
export function decisionsBlock(entries: readonly ReportEntry[]): TableBlock {
  return listBlock(holdingDecisions(shown(entries, 'decision')), {
    key: 'decisions',
    title: 'Decisions',
    column: 'Decision',
    empty: 'Nothing was decided yet.',
  });
}
