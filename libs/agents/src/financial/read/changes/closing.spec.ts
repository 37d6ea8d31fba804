import { describe, expect, it } from '@jest/globals';
import { financial } from '../../financial.agent.ts';

const DATE = '2026-11-10';

function read(...said: readonly string[]) {
  const lines = said.map((text) => ({ speaker: 'Ana', text, date: DATE }));
  return financial.read({ before: [], lines }, { currency: 'EUR', categories: [] });
}

describe('what is paid or cancelled without its amount', () => {
  it.each([
    ['We cancelled the choir.', 'cancelled', 'choir'],
    ['The choir has been called off.', 'cancelled', 'choir'],
    ['I paid the plumber yesterday.', 'paid', 'plumber'],
    ['The plumber is paid.', 'paid', 'plumber'],
    ['Den Klempner habe ich gestern bezahlt.', 'paid', 'Klempner'],
    ['Wir haben den Chor abgesagt.', 'cancelled', 'Chor'],
    ['On a annulé la chorale.', 'cancelled', 'chorale'],
    ['Ya pagamos al fontanero.', 'paid', 'fontanero'],
  ])('is read: %s', (text, status, label) => {
    expect(read(text)).toMatchObject([{ type: 'closing', status, label, value: null }]);
  });

  it.each([
    'We have not paid the plumber yet.',
    'Did we cancel the choir?',
    'If we cancelled the choir, we could sing.',
    'We paid a lot for that.',
  ])('is not read where nobody says so: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('may be what was just talked of', () => {
    const [, closing] = read('The choir wants 500 euros.', 'I paid them this morning.');
    expect(closing).toMatchObject({ type: 'closing', status: 'paid', label: 'choir' });
  });
});
