import type { MoneyEntry } from './money-entry.ts';
import { sumOf } from './sums.ts';
import { isWholeBudget } from './whole-budget.ts';

/** The budget of a project, and where it comes from. */
export interface Budget {
  readonly entries: readonly MoneyEntry[];
  readonly how: string;
  /** Stated budgets of the same that say something else than the plan, which counts. */
  readonly other?: readonly MoneyEntry[];
}

/**
 * The budget is that of the plan. Without a plan it is the total that was stated last, and without a
 * total the sum of what was stated for parts.
 * @param entries that count, in their order
 */
export function budgetOf(entries: readonly MoneyEntry[]): Budget {
  const planned = entries.filter(({ type }) => type === 'planned_budget');
  const stated = entries.filter(({ type }) => type === 'budget');
  if (planned.length > 0) {
    return ofPlan(planned, stated.filter(isWholeBudget), 'Sum of the amounts in the plan.');
  }
  const total = stated.findLast(isWholeBudget);
  if (total) return { entries: [total], how: 'The total budget that was stated last.' };
  return { entries: stated, how: 'Sum of the budgets that were stated for parts of the project.' };
}

/** The budget of a category: that of the plan, otherwise what was stated. */
export function budgetOfCategory(entries: readonly MoneyEntry[], category: string): Budget {
  const own = entries.filter((entry) => entry.category === category);
  const planned = own.filter(({ type }) => type === 'planned_budget');
  const stated = own.filter((entry) => entry.type === 'budget' && !isWholeBudget(entry));
  if (planned.length > 0) return ofPlan(planned, stated, `Planned for ${category}.`);
  return { entries: stated, how: `Stated budget for ${category}.` };
}

/** The budget of the plan, and what was stated of the same beside it. */
function ofPlan(
  planned: readonly MoneyEntry[],
  stated: readonly MoneyEntry[],
  how: string,
): Budget {
  const sum = sumOf(planned);
  const other = stated.filter(({ value }) => !sum.eq(value.amount));
  if (other.length === 0) return { entries: planned, how };
  const said = other.map(({ value }) => `${value.amount} ${value.currency}`).join(', ');
  return {
    ...{ entries: planned, other },
    how: `${how} Something else was said: ${said}. The plan counts until it is changed.`,
  };
}
