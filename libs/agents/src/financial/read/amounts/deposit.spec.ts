import { describe, expect, it } from '@jest/globals';
import { financial } from '../../financial.agent.ts';

function read(...said: readonly string[]) {
  const lines = said.map((text) => ({ speaker: 'Ana', text, date: '2026-11-26' }));
  return financial.read({ before: [], lines }, { currency: 'EUR', categories: [] });
}

describe('a deposit and its price', () => {
  it.each([
    ['There is a deposit of 500 euros on the hall, which costs 2,000.', ['deposit', 'price']],
    ['The hall costs 2,000 euros, with a deposit of 500.', ['price', 'deposit']],
    ['We paid 300 euros upfront for the hall, which costs 900 euros.', ['deposit', 'price']],
    ['Die Halle kostet 2.000 Euro, davon 500 Euro Anzahlung.', ['price', 'deposit']],
    ['La salle coûte 2 000 euros, avec un acompte de 500 euros.', ['price', 'deposit']],
    ['La sala cuesta 2.000 euros, con un anticipo de 500 euros.', ['price', 'deposit']],
  ])('are told apart, and are about the same thing: %s', (text, statuses) => {
    const found = read(text);
    expect(found.map(({ status }) => status)).toEqual(statuses);
    for (const { label } of found) expect(label).toMatch(/hall|Halle|salle|sala/);
  });

  it('are of one thing by their place only, and the deposit is held', () => {
    expect(read('The hall costs 2,000 euros. There is a deposit of 500 euros.')).toMatchObject([
      { label: 'hall', certainty: 'certain' },
      { label: 'hall deposit', status: 'deposit', certainty: 'possible' },
    ]);
  });

  it('are no payments of two things', () => {
    expect(read('We paid a deposit of 500 euros for the hall and 300 for the band.')).toMatchObject(
      [
        { label: 'hall', status: 'deposit' },
        { label: 'band', status: null },
      ],
    );
  });
});
