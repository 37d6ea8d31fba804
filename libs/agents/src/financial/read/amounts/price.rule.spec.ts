import { describe, expect, it } from '@jest/globals';
import { statesPrice } from './price.rule.ts';

const expense = (quote: string) => statesPrice({ type: 'expense', quote });

describe('a price', () => {
  it.each([
    'The stage lights cost 7,000 euros.',
    'Catering costs 5,100 euros.',
    'Die Bühne kostet 8.000 Euro.',
    'La sono a coûté 900 euros.',
  ])('is what one thing costs: %s', (quote) => {
    expect(expense(quote)).toBe(true);
  });

  it.each([
    'We paid 300 for cables.',
    'I spent 80 euros on the lights, they cost a lot.',
    'A taxi cost 35 euros.',
    'Wir haben 40 Euro für das Taxi bezahlt.',
  ])('is no payment, and not that of one of many: %s', (quote) => {
    expect(expense(quote)).toBe(false);
  });

  it('is what a supplier asks', () => {
    expect(statesPrice({ type: 'quote', quote: 'Weber offers 400.' })).toBe(true);
  });
});
