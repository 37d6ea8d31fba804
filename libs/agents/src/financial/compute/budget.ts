import type { MoneyEntry } from './money-entry.ts';
import { isWholeBudget } from './whole-budget.ts';

/** The budget of a project, and where it comes from. */
export interface Budget {
  readonly entries: readonly MoneyEntry[];
  readonly how: string;
}

/**
 * The budget is that of the plan. Without a plan it is the total that was stated last, and without a
 * total the sum of what was stated for parts.
 * @param entries that count, in their order
 */
export function budgetOf(entries: readonly MoneyEntry[]): Budget {
  const planned = entries.filter(({ type }) => type === 'planned_budget');
  if (planned.length > 0) return { entries: planned, how: 'Sum of the amounts in the plan.' };
  const stated = entries.filter(({ type }) => type === 'budget');
  const total = stated.findLast(isWholeBudget);
  if (total) return { entries: [total], how: 'The total budget that was stated last.' };
  return { entries: stated, how: 'Sum of the budgets that were stated for parts of the project.' };
}

/** The budget of a category: that of the plan, otherwise what was stated. */
export function budgetOfCategory(entries: readonly MoneyEntry[], category: string): Budget {
  const own = entries.filter((entry) => entry.category === category);
  const planned = own.filter(({ type }) => type === 'planned_budget');
  if (planned.length > 0) return { entries: planned, how: `Planned for ${category}.` };
  const stated = own.filter((entry) => entry.type === 'budget' && !isWholeBudget(entry));
  return { entries: stated, how: `Stated budget for ${category}.` };
}
