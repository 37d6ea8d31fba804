import { describe, expect, it } from '@jest/globals';
import { findAmounts } from '../amounts.ts';

const numbersIn = (text: string) =>
  findAmounts(text, 'EUR').map(({ value }) =>
    value.kind === 'money' ? value.amount : value.kind === 'quantity' ? value.quantity : '',
  );

describe('hundreds as prices are spoken', () => {
  it.each([
    ['Fourteen fifty plus travel.', '1450'],
    ['The bill is thirteen eighty.', '1380'],
    ['We paid eleven forty for the hall.', '1140'],
    ['Six fifty euros.', '650'],
  ])('are one number: %s', (text, number) => {
    expect(numbersIn(text)).toEqual([number]);
  });

  it.each([
    'We meet at ten thirty.',
    'It opened in nineteen ninety.',
    'That was twenty twenty-six.',
    'He quoted me eight fifty for the railing.',
    'Call five fifty twelve ninety.',
  ])('are none where they may be a time, a year or cents: %s', (text) => {
    expect(numbersIn(text)).toEqual([]);
  });
});
