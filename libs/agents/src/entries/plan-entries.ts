import type { FactDate, ProjectPlan, ReportEntry } from '#contracts/model';

/** How the types of entries begin that are items of the plan. */
export const PLANNED = 'planned_';

/** The items of a plan as entries, in its order. */
export function planEntries(
  { budget, goals, milestones }: ProjectPlan,
  currency: string,
): readonly ReportEntry[] {
  const amounts = budget.map(({ category, month, amount }, at) => ({
    ...planned('budget', at, category, category),
    value: { kind: 'money', amount, currency } as const,
    on: month === null ? null : ({ date: `${month}-01`, precision: 'month' } as const),
  }));
  const targets = goals.map(({ name, target, unit, by }, at) => ({
    ...planned('goal', at, name),
    value: target === null ? null : ({ kind: 'quantity', quantity: target, unit } as const),
    on: by === null ? null : day(by),
  }));
  const dates = milestones.map(({ name, on }, at) => ({
    ...planned('milestone', at, name),
    on: day(on),
  }));
  return [...amounts, ...targets, ...dates];
}

function planned(
  kind: 'budget' | 'goal' | 'milestone',
  at: number,
  label: string,
  category: string | null = null,
): ReportEntry {
  return {
    ...{ id: `plan:${kind}:${at}`, factIds: [], type: `${PLANNED}${kind}`, label, category },
    ...{ value: null, on: null, who: null, status: null },
    ...{ state: 'counted', held: null, supersededBy: null, disputes: [], decided: null },
    ...{ saidOn: null, saidAt: null },
  };
}

function day(date: string): FactDate {
  return { date, precision: 'day' };
}
