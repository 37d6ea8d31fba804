import Big from 'big.js';
import type { Figure, ReportEntry, TableBlock } from '#contracts/model';
import type { Account } from './account.ts';
import { cellsOf, dateOf } from './cells.ts';
import { money, sumOf } from './sums.ts';

const COLUMNS = [
  { key: 'date', label: 'Date' },
  { key: 'what', label: 'What' },
  { key: 'stated', label: 'Stated' },
  { key: 'status', label: 'Over or under' },
  { key: 'amount', label: 'Amount' },
];

/** What people said about the budget: shares of it, and how far something is over or under it. */
export function budgetStatements(entries: readonly ReportEntry[], account: Account): TableBlock {
  const stated = entries.filter(({ type }) => type === 'share' || type === 'variance');
  return {
    ...{ kind: 'table', key: 'relations', title: 'Said about the budget', columns: COLUMNS },
    rows: stated.map((entry) => ({
      ...{ group: null, entryId: entry.id },
      cells: { ...statedCells(entry), ...amountCell(entry, account) },
    })),
    empty: 'Nobody has compared anything with the budget yet.',
  };
}

function statedCells(entry: ReportEntry) {
  const { label, value, status } = entry;
  return cellsOf(entry, { date: dateOf(entry), what: label, stated: value, status });
}

/** A share of the budget in money, when there is one. It is shown and never added. */
function amountCell(
  entry: ReportEntry,
  { budget, currency }: Account,
): { readonly amount?: Figure } {
  const { type, value, id, label } = entry;
  if (type !== 'share' || value?.kind !== 'percent' || budget.entries.length === 0) return {};
  const amount = sumOf(budget.entries).times(new Big(value.percent)).div(100);
  const entries = [id, ...budget.entries.map((each) => each.id)];
  return { amount: { label, value: money(amount, currency), entries, how: 'Budget × share.' } };
}
