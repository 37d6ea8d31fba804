import { describe, expect, it } from '@jest/globals';
import { financial } from '../../financial.agent.ts';

function read(text: string) {
  const lines = [{ speaker: 'Ana', text, date: '2026-11-26' }];
  return financial.read({ before: [], lines }, { currency: 'EUR', categories: [] });
}

describe('what somebody asks in German', () => {
  it.each([
    ['Der Caterer will zwischen 3000 und 3500 Euro haben.', { amount: '3000', upTo: '3500' }],
    ['Die Band will 2.000 Euro.', { amount: '2000' }],
    ['Der Vermieter möchte 300 Euro.', { amount: '300' }],
  ])('is a quote: %s', (text, value) => {
    expect(read(text)).toMatchObject([{ type: 'quote', value, certainty: 'certain' }]);
  });

  it('is no English future', () => {
    expect(read('The show will cost 2,000 euros.')).toMatchObject([{ type: 'estimate' }]);
  });
});

describe('an amount with a label', () => {
  it.each([
    ['Fuel: 87.60 EUR.', 'Fuel', '87.6'],
    ['- Tape: 8 €', 'Tape', '8'],
    ['Essence : 45 euros', 'Essence', '45'],
    ['Parking - 12 euros', 'Parking', '12'],
  ])('is an expense: %s', (text, label, amount) => {
    expect(read(text)).toMatchObject([
      { type: 'expense', label, value: { amount }, certainty: 'certain' },
    ]);
  });

  it('is what its label says', () => {
    expect(read('Budget: 5,000 EUR.')).toMatchObject([{ type: 'budget' }]);
    expect(read('Donations: 300 EUR')).toMatchObject([{ type: 'income' }]);
  });

  it('is held without a mark between them', () => {
    expect(read('Diesel 87.60 EUR.')).toMatchObject([{ type: 'expense', certainty: 'possible' }]);
  });

  it.each(['That makes 300 euros.', 'Maybe: 300 euros.', 'What we talked about: 300 euros.'])(
    'is a noun, and nothing else: %s',
    (text) => {
      expect(read(text).filter(({ certainty }) => certainty === 'certain')).toEqual([]);
    },
  );
});

describe('amounts of Japanese and Chinese', () => {
  it.each([
    ['5万円', '50000', 'JPY'],
    ['1万5千円', '15000', 'JPY'],
    ['五万円', '50000', 'JPY'],
    ['三百二十円', '320', 'JPY'],
    ['3億円', '300000000', 'JPY'],
    ['2千万元', '20000000', 'CNY'],
    ['12,345.67 yen', '12345.67', 'JPY'],
  ])('are read: %s', (said, amount, currency) => {
    expect(read(`We paid ${said} for rope.`)).toMatchObject([
      { type: 'expense', value: { amount, currency } },
    ]);
  });
});

describe('what is not paid yet', () => {
  it.each([
    'We have not paid the 90 euros for the permit yet.',
    "We still haven't paid the 90 euros for the permit.",
    'The 90 euros for the permit are not paid yet.',
    'Wir haben die 90 Euro für die Genehmigung noch nicht bezahlt.',
    "Nous n'avons pas encore payé les 90 euros pour le permis.",
    'Todavía no hemos pagado los 90 euros del permiso.',
  ])('is still owed: %s', (text) => {
    expect(read(text)).toMatchObject([{ type: 'invoice', status: 'due', certainty: 'certain' }]);
  });
});

describe('what was paid in words of a language', () => {
  it.each([
    ['Zwölfhundert Euro gingen an den Drucker.', '1200'],
    ["Douze cents euros sont allés à l'imprimeur.", '1200'],
    ['Mil doscientos euros fueron para la imprenta.', '1200'],
  ])('is an expense: %s', (text, amount) => {
    expect(read(text)).toMatchObject([{ type: 'expense', value: { amount } }]);
  });
});
