import { describe, expect, it } from '@jest/globals';
import { reportOf } from './said-report.fixture.ts';

describe('two budgets of the whole project', () => {
  it.each([
    ['The total budget is fifty thousand.', 'Le budget est de vingt mille.', '20000'],
    ['Das Gesamtbudget beträgt 50.000 Euro.', 'The total budget is 40,000 euros.', '40000'],
    ['The project budget is 30,000 euros.', 'El presupuesto total es de 20.000 euros.', '20000'],
    [
      'Notre enveloppe globale est de 20 000 euros.',
      'Unser Budget liegt bei 30.000 Euro.',
      '30000',
    ],
  ])('are disputed, and the latest counts: %s %s', (one, other, amount) => {
    const { figures, entries } = reportOf(one, other);
    const budget = figures.find(({ label }) => label === 'Budget');
    expect(budget).toMatchObject({ value: { amount }, note: '1 disputed' });
    expect(entries.map(({ disputes }) => disputes.length)).toEqual([1, 1]);
  });

  it.each([
    ['The total budget is 50,000 euros.', 'Le budget est de 50 000 euros.'],
    ['The total budget is 50,000 euros.', 'The catering budget is 3,000 euros.'],
  ])('do not contradict what says the same, or is a part: %s %s', (one, other) => {
    const { figures, entries } = reportOf(one, other);
    const budget = figures.find(({ label }) => label === 'Budget');
    expect(budget?.value).toMatchObject({ amount: '50000' });
    expect(entries.flatMap(({ disputes }) => disputes)).toEqual([]);
  });
});
