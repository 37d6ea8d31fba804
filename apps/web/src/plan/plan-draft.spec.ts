import {
  draftOfPlan,
  emptyBudgetRow,
  emptyGoalRow,
  emptyMilestoneRow,
  faultsOfPlan,
  planOf,
  type PlanDraft,
} from './plan-draft.ts';

const PLAN = {
  budget: [
    { category: 'Venue', month: null, amount: '12000.00' },
    { category: 'Catering', month: '2026-11', amount: '300' },
  ],
  goals: [
    { name: 'Tickets sold', target: '800', unit: 'ticket', by: '2026-12-31' },
    { name: 'A good mood', target: null, unit: '', by: null },
  ],
  milestones: [{ name: 'Festival', on: '2027-01-30' }],
};
const EMPTY: PlanDraft = { budget: [], goals: [], milestones: [] };

describe('a plan', () => {
  it('is the same after it went through the form', () => {
    expect(planOf(draftOfPlan(PLAN))).toEqual(PLAN);
  });

  it('does not have rows that were left empty', () => {
    const draft = {
      budget: [emptyBudgetRow()],
      goals: [emptyGoalRow()],
      milestones: [emptyMilestoneRow()],
    };
    expect(faultsOfPlan(draft)).toEqual([]);
    expect(planOf(draft)).toEqual(EMPTY);
  });

  it('takes amounts with separators of thousands', () => {
    const budget = [{ category: ' Venue ', month: '', amount: '12,000.50' }];
    expect(planOf({ ...EMPTY, budget }).budget).toEqual([
      { category: 'Venue', month: null, amount: '12000.50' },
    ]);
  });
});

describe('a form of a plan', () => {
  it.each<[Partial<PlanDraft>, RegExp]>([
    [{ budget: [{ category: '', month: '', amount: '5' }] }, /needs a category/],
    [{ budget: [{ category: 'A', month: '', amount: '' }] }, /Amounts of the budget/],
    [{ budget: [{ category: 'A', month: '', amount: '-5' }] }, /Amounts of the budget/],
    [{ goals: [{ name: '', target: '5', unit: '', by: '' }] }, /goal needs a name/],
    [{ goals: [{ name: 'A', target: 'many', unit: '', by: '' }] }, /Targets of goals/],
    [{ milestones: [{ name: 'A', on: '' }] }, /name and a date/],
  ])('with %j says what is wrong', (rows, words) => {
    const faults = faultsOfPlan({ ...EMPTY, ...rows });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(words);
  });
});
