import type { FactDate, FactValue, ReportBlock, ReportEntry, TableBlock } from '#contracts/model';
import type { ReportInput } from '../../agent.ts';
import { computePerformance } from './compute.ts';

let count = 0;

/** An entry that is counted, said on 3 November 2026 unless its fields say otherwise. */
export function entry(type: string, label: string, fields: Partial<ReportEntry> = {}): ReportEntry {
  count += 1;
  const saidOn = fields.saidOn ?? '2026-11-03';
  return {
    ...{ id: `fct_${count}`, factIds: [`fct_${count}`], type, label, value: null, on: null },
    ...{ who: null, status: null, category: null, state: 'counted', held: null },
    ...{ supersededBy: null, disputes: [], decided: null, saidOn },
    saidAt: `${saidOn}T10:00:00.${String(count).padStart(6, '0')}Z`,
    ...fields,
  };
}

export const day = (date: string): FactDate => ({ date, precision: 'day' });

export const percent = (number: string): FactValue => ({ kind: 'percent', percent: number });

export const quantity = (number: string, unit = ''): FactValue => ({
  ...{ kind: 'quantity', quantity: number, unit },
});

/** The dashboard of some entries on 24 November 2026. */
export function dashboardOf(entries: readonly ReportEntry[], input: Partial<ReportInput> = {}) {
  const { figures, blocks } = computePerformance({
    entries,
    plan: { budget: [], goals: [], milestones: [] },
    ...{ currency: 'EUR', today: '2026-11-24', talk: [] },
    ...input,
  });
  return {
    header: (label: string) => figures.find((figure) => figure.label === label),
    /** The texts and numbers of a column of a table. */
    column: (key: string, column: string): readonly (string | undefined)[] =>
      rowsOf(blocks, key).map(({ cells }) => shownValue(cells[column]?.value ?? null)),
    notes: (key: string, column: string): readonly (string | undefined)[] =>
      rowsOf(blocks, key).map(({ cells }) => cells[column]?.note),
    figuresOf: (key: string) => rowsOf(blocks, key).flatMap(({ cells }) => Object.values(cells)),
    timeline: blocks.flatMap((block) => (block.kind === 'timeline' ? block.items : [])),
  };
}

function rowsOf(blocks: readonly ReportBlock[], key: string): TableBlock['rows'] {
  return blocks.flatMap((block) => (block.kind === 'table' && block.key === key ? block.rows : []));
}

function shownValue(value: ReturnType<typeof computePerformance>['figures'][number]['value']) {
  if (value === null) return undefined;
  if (value.kind === 'text') return value.text;
  if (value.kind === 'date') return value.on.date;
  if (value.kind === 'percent') return value.percent;
  return value.kind === 'quantity' ? value.quantity : value.amount;
}
