import type { BarsBlock, Figure } from '#contracts/model';
import type { Account } from './account.ts';
import { budgetOfCategory } from './budget.ts';
import type { MoneyEntry } from './money-entry.ts';
import { sumFigure, sumOf } from './sums.ts';

const REST = 'Other';

/** What was spent and committed in each category, against its budget; the largest first. */
export function categoryBars(account: Account): BarsBlock {
  const { spent, committed, counted } = account;
  const used = groups([...spent, ...committed]);
  const budgeted = counted.filter(({ type }) => type === 'planned_budget' || type === 'budget');
  const names = new Set([...used.keys(), ...budgeted.flatMap(({ category }) => category ?? [])]);
  const size = (name: string) => sumOf(used.get(name) ?? []);
  const sorted = [...names].sort(
    (one, other) => size(other).cmp(size(one)) || one.localeCompare(other),
  );
  const sums = { spent: groups(spent), committed: groups(committed), budgets: groups(budgeted) };
  const bars = sorted.map((name) => barOf(name, sums, account.currency));
  return { kind: 'bars', key: 'categories', title: 'By category', bars };
}

type Groups = ReadonlyMap<string, readonly MoneyEntry[]>;

function barOf(
  label: string,
  { spent, committed, budgets }: Readonly<Record<'spent' | 'committed' | 'budgets', Groups>>,
  currency: string,
): BarsBlock['bars'][number] {
  const budget = budgetOfCategory(budgets.get(label) ?? [], label);
  const more = committed.get(label) ?? [];
  const sums = sumOf([...(spent.get(label) ?? []), ...more]);
  const isOver = budget.entries.length > 0 && sums.gt(sumOf(budget.entries));
  const value = {
    ...{ label: 'Spent', entries: spent.get(label) ?? [], currency },
    how: `Expenses and paid invoices for ${label}.`,
  };
  return {
    label,
    value: sumFigure({ ...value, ...(isOver ? { tone: 'bad' } : {}) }),
    more: optional({
      label: 'Committed',
      entries: more,
      currency,
      how: `Not paid yet for ${label}.`,
    }),
    reference: optional({ label: 'Budget', currency, ...budget }),
  };
}

function optional(sum: Parameters<typeof sumFigure>[0]): Figure | null {
  return sum.entries.length === 0 ? null : sumFigure(sum);
}

function groups(entries: readonly MoneyEntry[]): Groups {
  return Map.groupBy(entries, ({ category }) => category ?? REST);
}
