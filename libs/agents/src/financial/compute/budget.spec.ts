import { expect, it } from '@jest/globals';
import type { ProjectPlan } from '#contracts/model';
import { planEntries } from '../../entries/plan-entries.ts';
import { computeFinancial } from './compute.ts';
import { reportOf } from './said-report.fixture.ts';

/** The budget in the header where one is planned and something was said. */
function budgetOf(plan: ProjectPlan, said: string) {
  const entries = [...planEntries(plan, 'EUR'), ...reportOf(said).entries];
  const report = computeFinancial({
    ...{ entries, plan, currency: 'EUR', today: '2026-11-26', talk: [] },
  });
  return report.figures.find(({ label }) => label === 'Budget');
}

const PLAN: ProjectPlan = {
  budget: [{ category: 'Food', month: null, amount: '5000' }],
  ...{ goals: [], milestones: [] },
};

it('says that a budget was stated that is not the one of the plan, and shows it', () => {
  const figure = budgetOf(PLAN, 'The total budget is 8,000 euros.');
  expect(figure).toMatchObject({
    value: { amount: '5000' },
    note: 'differs from what was said',
    how: expect.stringContaining('8000 EUR'),
  });
  expect(figure?.entries).toHaveLength(2);
});

it('says nothing where both are the same', () => {
  expect(budgetOf(PLAN, 'The total budget is 5,000 euros.')).not.toHaveProperty('note');
});
