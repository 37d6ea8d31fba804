import type { Figure, ReportEntry, TableBlock } from '#contracts/model';
import { FINANCIAL_FACT_TYPES } from '../fact-types.table.ts';
import { cellsOf, dateOf } from './cells.ts';
import { isMoney, isNotGained, type Term } from './money-entry.ts';

const LABELS = new Map(FINANCIAL_FACT_TYPES.map(({ name, label }) => [name, label]));

const COLUMNS = [
  { key: 'date', label: 'Date' },
  { key: 'type', label: 'Type' },
  { key: 'what', label: 'What' },
  { key: 'who', label: 'Who' },
  { key: 'amount', label: 'Amount' },
  { key: 'category', label: 'Category' },
  { key: 'status', label: 'Status' },
  { key: 'state', label: 'State' },
];

/**
 * Every statement of an amount of money, with what becomes of it.
 * @param closedBy the statements that closed entries, by the ids of these entries
 * @param terms the ends of recurring entries, by the ids of these entries
 */
export function ledger(
  entries: readonly ReportEntry[],
  closedBy: ReadonlyMap<string, string>,
  terms: ReadonlyMap<string, Term>,
): TableBlock {
  const stated = entries.filter((entry) => entry.factIds.length > 0 && isMoney(entry));
  return {
    ...{ kind: 'table', key: 'ledger', title: 'Ledger', columns: COLUMNS },
    rows: stated.map((entry) => ({
      ...{ group: null, entryId: entry.id },
      cells: {
        ...ledgerCells(entry),
        ...statusCell(entry, closedBy.get(entry.id)),
        ...termCell(entry, terms.get(entry.id)),
      },
    })),
    empty: 'Nobody has stated an amount of money yet.',
  };
}

/** Disputed amounts, and those that are held until a person confirms them. */
export function openStatements(entries: readonly ReportEntry[]): TableBlock {
  const open = entries.filter(({ state, disputes }) => state === 'held' || disputes.length > 0);
  return {
    ...{ kind: 'table', key: 'open', title: 'Disputed and held', columns: COLUMNS },
    rows: open.map((entry) => ({
      group: entry.disputes.length > 0 ? 'Disputed' : 'Held',
      entryId: entry.id,
      cells: ledgerCells(entry),
    })),
    empty: 'Nothing is disputed or held.',
  };
}

/** A status that another statement has given has that one as its source too. */
function statusCell(entry: ReportEntry, closing: string | undefined): { readonly status?: Figure } {
  const { status } = cellsOf(entry, { status: entry.status });
  if (closing === undefined || status === undefined) return {};
  return { status: { ...status, entries: [entry.id, closing], how: 'As stated later.' } };
}

/** When a recurring amount ends, as another statement says. */
function termCell(entry: ReportEntry, term: Term | undefined): { readonly status?: Figure } {
  const { status } = cellsOf(entry, { status: term?.words ?? null });
  if (term === undefined || status === undefined || entry.status !== null) return {};
  return { status: { ...status, entries: [entry.id, term.id] } };
}

function ledgerCells(entry: ReportEntry) {
  return cellsOf(entry, {
    date: dateOf(entry),
    type: LABELS.get(entry.type) ?? entry.type,
    what: entry.label,
    who: entry.who,
    amount: entry.value,
    category: entry.category,
    status: entry.status,
    state: stateOf(entry),
  });
}

/** The state of an entry; income that was rejected or lent says that it is in no figure. */
function stateOf(entry: ReportEntry): string {
  const { state, held, status } = entry;
  if (held !== null) return `${state}: ${held}`;
  if (state !== 'counted' || !isNotGained(entry)) return state;
  return status === 'lent' ? 'not counted: a loan, to be paid back' : 'not counted: not received';
}
