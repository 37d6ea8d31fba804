import { describe, expect, it } from '@jest/globals';
import { financial } from '../../financial.agent.ts';

function labelOf(text: string): string | undefined {
  const lines = [{ speaker: 'Ana', text, date: '2026-11-26' }];
  return financial.read({ before: [], lines }, { currency: 'EUR', categories: [] })[0]?.label;
}

describe('what an amount is about', () => {
  it.each([
    ['Wir haben 300 Euro vom Verein bekommen.', 'Verein'],
    ['Die Stühle kosten 300 Euro.', 'Stühle'],
    ['Zwölfhundert Euro gingen an den Drucker.', 'Drucker'],
    ['Wir haben zwei Zelte für 900 Euro gemietet.', 'Zelte'],
    ['Le traiteur coûte 400 euros.', 'traiteur'],
    ['La subvention de 4 000 euros a été refusée.', 'subvention'],
    ['La imprenta cuesta 300 euros.', 'imprenta'],
    ['We paid a 30 percent deposit of 600 euros.', 'deposit'],
    ['We rented three tents for 900 euros.', 'tents'],
    ['The bank lent us 5,000 euros.', 'bank'],
    ['The sponsor withdrew the 3,000 euros.', 'sponsor'],
  ])('is a thing, without verbs and counts: %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });

  it.each(['Nous avons reçu 300 euros.', 'Hemos recibido 300 euros.', 'It costs 300 euros.'])(
    'is nothing where only a verb is said: %s',
    (text) => {
      expect(labelOf(text)).toBe('');
    },
  );
});
