import type { BarsBlock, Figure, ReportContent, ReportEntry, TableBlock } from '#contracts/model';
import type { ReportInput } from '../agent.ts';

/** Computes the dashboard of the safety agent. What is held is in the tables, but not counted. */
export function computeSafety({ entries }: ReportInput): Omit<ReportContent, 'entries'> {
  const counted = entries.filter(({ state }) => state === 'counted');
  const open = counted.filter(({ type, status }) => type === 'hazard' && status === 'open');
  const removed = counted.filter(({ status }) => status === 'removed');
  const incidents = counted.filter(({ type }) => type === 'incident');
  return {
    figures: [
      count('Open hazards', open, 'Hazards of which no statement says that they are gone.'),
      count('Incidents', incidents, 'All that has happened.'),
    ],
    blocks: [
      bars([count('Open', open, 'Open hazards.'), count('Removed', removed, 'Removed hazards.')]),
      table(entries, 'hazard', 'Hazards'),
      table(entries, 'incident', 'Incidents'),
    ],
  };
}

function count(label: string, entries: readonly ReportEntry[], how: string): Figure {
  const value = { kind: 'quantity', quantity: String(entries.length), unit: '' } as const;
  return { label, value, entries: entries.map(({ id }) => id), how };
}

function bars(values: readonly Figure[]): BarsBlock {
  return {
    ...{ kind: 'bars', key: 'hazards', title: 'Hazards by status' },
    bars: values.map((value) => ({ label: value.label, value, more: null, reference: null })),
  };
}

function table(entries: readonly ReportEntry[], type: string, title: string): TableBlock {
  return {
    ...{ kind: 'table', key: `${type}s`, title, empty: 'Nothing was said of any.' },
    columns: [
      { key: 'what', label: title },
      { key: 'on', label: 'Date' },
    ],
    rows: entries
      .filter((entry) => entry.type === type)
      .map((entry) => ({ group: null, entryId: entry.id, cells: cellsOf(entry) })),
  };
}

function cellsOf({ id, label, on }: ReportEntry): Readonly<Record<string, Figure>> {
  const from = { entries: [id], how: 'As it was said.' };
  return {
    what: { label: 'What', value: { kind: 'text', text: label }, ...from },
    on: { label: 'Date', value: on && { kind: 'date', on }, ...from },
  };
}
