import { describe, expect, it } from '@jest/globals';
import { financial } from '../../financial.agent.ts';

function read(text: string) {
  const lines = [{ speaker: 'Ana', text, date: '2026-11-26' }];
  return financial.read({ before: [], lines }, { currency: 'EUR', categories: [] });
}

describe('money that did not move', () => {
  it.each([
    'We nearly bought a drone for 800 euros.',
    'I dreamt that we paid 5,000 euros for a boat.',
    'We wanted to spend 300 euros on balloons.',
    'Wir wollten 300 Euro für Ballons ausgeben.',
    'The subsidy of 3,000 euros was turned down.',
    'The bank lent us 8,000 euros.',
    'Siemens earned 2 billion euros.',
    'Tickets cost 18 euros.',
  ])('is never certain: %s', (text) => {
    expect(read(text).filter(({ certainty }) => certainty === 'certain')).toEqual([]);
  });

  it.each(['We spent 20% of 30,000 euros on sound.', 'The fee is 5 percent of 2,000 euros.'])(
    'is not the whole of which a share is named: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it.each([
    ['We paid almost 900 euros for the tent.', 'expense'],
    ['The city sponsored us with 4,000 euros.', 'income'],
  ])('is told from money that did: %s', (text, type) => {
    expect(read(text)).toMatchObject([{ type, certainty: 'certain' }]);
  });

  it.each([
    'Die Rechnung über 410 Euro muss am 12. Dezember bezahlt werden.',
    'La facture de 410 euros doit être réglée avant le 12 décembre.',
  ])('is due while it has to be paid: %s', (text) => {
    expect(read(text)).toMatchObject([{ type: 'invoice', status: 'due' }]);
  });

  it('is promised, not received, when it was approved', () => {
    expect(read('The subsidy of 6,000 euros was approved.')).toMatchObject([
      { type: 'income', status: 'expected' },
    ]);
  });

  it('is no number of pieces', () => {
    const values = read('The flags are 4 euros each, we ordered 150.').map(({ value }) => value);
    expect(values).toMatchObject([{ amount: '4' }]);
  });

  it('is still owed when it has not been paid yet', () => {
    expect(read('We have not paid the 75 euros for the licence yet.')).toMatchObject([
      { type: 'invoice', status: 'due', certainty: 'certain' },
    ]);
  });

  it.each([
    ['The grant of 12,000 euros was rejected.', 'rejected'],
    ['The sponsor withdrew the 3,000 euros.', 'rejected'],
    ['Our application for 2,000 euros was turned down.', 'rejected'],
    ['Der Zuschuss von 4.000 Euro wurde abgelehnt.', 'rejected'],
    ['La subvention de 4 000 euros a été refusée.', 'rejected'],
    ['La subvención de 4.000 euros fue rechazada.', 'rejected'],
    ['The bank lent us 5,000 euros.', 'lent'],
    ['We borrowed 5,000 euros from Tom.', 'lent'],
    ['Die Bank hat uns 5.000 Euro geliehen.', 'lent'],
    ['La banque nous a prêté 5 000 euros.', 'lent'],
    ['El banco nos prestó 5.000 euros.', 'lent'],
  ])('says what became of it, so that to confirm it counts nothing: %s', (text, status) => {
    expect(read(text)).toMatchObject([{ type: 'income', status, certainty: 'possible' }]);
  });
});
