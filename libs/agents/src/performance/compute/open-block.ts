import type { Figure, HoldReason, ReportEntry, TableBlock } from '#contracts/model';
import { PERFORMANCE_FACT_TYPES } from '../fact-types.ts';
import { dateFigure, figure, textFigure } from './figure.ts';

const LABELS = new Map(PERFORMANCE_FACT_TYPES.map(({ name, label }) => [name, label]));

const WHY: Readonly<Record<HoldReason, string>> = {
  unclear: 'Heard unclearly',
  possible: 'Only said to be possible',
};

/**
 * Every statement that is contradicted, and every one that is held until a person confirms it: other
 * tables leave out what does not count, as a date that differs from that of the plan.
 */
export function openBlock(entries: readonly ReportEntry[]): TableBlock {
  const disputed = entries.filter(({ disputes }) => disputes.length > 0);
  const held = entries.filter(({ state, disputes }) => state === 'held' && disputes.length === 0);
  return {
    kind: 'table',
    key: 'open',
    title: 'Disputed and held',
    columns: [
      { key: 'what', label: 'What' },
      { key: 'type', label: 'Type' },
      { key: 'who', label: 'Who' },
      { key: 'value', label: 'Value' },
      { key: 'on', label: 'Date' },
      { key: 'why', label: 'Why' },
    ],
    rows: [...rowsOf('Disputed', disputed), ...rowsOf('Held', held)],
    empty: 'Nothing is disputed or held.',
  };
}

function rowsOf(group: string, entries: readonly ReportEntry[]): TableBlock['rows'] {
  return entries.map((entry) => ({ group, entryId: entry.id, cells: cellsOf(entry) }));
}

function cellsOf(entry: ReportEntry): Readonly<Record<string, Figure>> {
  const { label, type, who, value, on } = entry;
  const origin = [[entry], 'As it was said.'] as const;
  return {
    what: textFigure('What', label, origin),
    type: textFigure('Type', LABELS.get(type) ?? type, origin),
    ...(who !== null && { who: textFigure('Who', who, origin) }),
    ...(value !== null && { value: figure('Value', value, origin) }),
    ...(on !== null && { on: dateFigure('Date', on, origin) }),
    why: textFigure('Why', whyOf(entry), [[entry], 'Open it to decide whether it counts.']),
  };
}

function whyOf({ held, disputes }: ReportEntry): string {
  if (held !== null) return WHY[held];
  return disputes.length === 1
    ? 'Another statement differs'
    : `${disputes.length} other statements differ`;
}
