import type { ProjectPlan } from '../api/types.ts';

/** A planned amount as the form has it; `month` is `''` for the whole project. */
export interface BudgetRow {
  category: string;
  month: string;
  amount: string;
}

/** A goal as the form has it; `''` for what is not given. */
export interface GoalRow {
  name: string;
  target: string;
  unit: string;
  by: string;
}

/** A planned date as the form has it. */
export interface MilestoneRow {
  name: string;
  on: string;
}

/** A plan as the form has it. */
export interface PlanDraft {
  budget: BudgetRow[];
  goals: GoalRow[];
  milestones: MilestoneRow[];
}

export function emptyBudgetRow(): BudgetRow {
  return { category: '', month: '', amount: '' };
}

export function emptyGoalRow(): GoalRow {
  return { name: '', target: '', unit: '', by: '' };
}

export function emptyMilestoneRow(): MilestoneRow {
  return { name: '', on: '' };
}

/** Fills the form with a plan. */
export function draftOfPlan({ budget, goals, milestones }: ProjectPlan): PlanDraft {
  return {
    budget: budget.map(({ category, month, amount }) => ({
      category,
      month: month ?? '',
      amount,
    })),
    goals: goals.map(({ name, target, unit, by }) => ({
      name,
      target: target ?? '',
      unit,
      by: by ?? '',
    })),
    milestones: milestones.map(({ name, on }) => ({ name, on })),
  };
}

const AMOUNT = /^\d{1,15}(?:\.\d{1,4})?$/;

/** Whether a text is an amount; empty texts are none. */
export function isAmount(text: string): boolean {
  return AMOUNT.test(plainAmount(text));
}

/** What is wrong with a draft, in sentences; empty when nothing is. Empty rows are ignored. */
export function faultsOfPlan(draft: PlanDraft): readonly string[] {
  const { budget, goals, milestones } = withoutEmptyRows(draft);
  return [
    budget.some(({ category }) => category.trim() === '')
      ? 'Each amount of the budget needs a category.'
      : null,
    budget.some(({ amount }) => !isAmount(amount))
      ? 'Amounts of the budget are numbers such as 12000.50.'
      : null,
    goals.some(({ name }) => name.trim() === '') ? 'Each goal needs a name.' : null,
    goals.some(({ target }) => target.trim() !== '' && !isAmount(target))
      ? 'Targets of goals are numbers such as 800.'
      : null,
    milestones.some(({ name, on }) => name.trim() === '' || on === '')
      ? 'Each milestone needs a name and a date.'
      : null,
  ].filter((fault) => fault !== null);
}

/** @param draft - A draft without faults. */
export function planOf(draft: PlanDraft): ProjectPlan {
  const { budget, goals, milestones } = withoutEmptyRows(draft);
  return {
    budget: budget.map(({ category, month, amount }) => ({
      category: category.trim(),
      month: month === '' ? null : month,
      amount: plainAmount(amount),
    })),
    goals: goals.map(({ name, target, unit, by }) => ({
      name: name.trim(),
      target: target.trim() === '' ? null : plainAmount(target),
      unit: unit.trim(),
      by: by === '' ? null : by,
    })),
    milestones: milestones.map(({ name, on }) => ({ name: name.trim(), on })),
  };
}

function withoutEmptyRows({ budget, goals, milestones }: PlanDraft): PlanDraft {
  const isFilled = (row: object) => Object.values(row).some((text) => String(text).trim() !== '');
  return {
    budget: budget.filter(isFilled),
    goals: goals.filter(isFilled),
    milestones: milestones.filter(isFilled),
  };
}

/** Without spaces, and without commas that separate thousands. */
function plainAmount(text: string): string {
  const compact = text.replace(/\s/g, '');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(compact) ? compact.replaceAll(',', '') : compact;
}
