import { describe, expect, it } from '@jest/globals';
import { checkDrafts } from '../../../evidence/check-drafts.ts';
import { financial } from '../../financial.agent.ts';

const READING = { currency: 'EUR', categories: [] };

/** Type, amount and certainty of the facts of a file, checked as the agent does. */
function read(...[head = '', ...rows]: readonly string[]): readonly string[] {
  const headings = head.split(';');
  const lines = rows.map((row) => ({
    ...{ speaker: null, date: '2026-11-26' },
    text: row
      .split(';')
      .flatMap((text, at) => (text === '' ? [] : [`${headings[at] ?? ''}: ${text}`]))
      .join(' · '),
  }));
  const passage = { before: [], lines };
  const drafts = financial.read(passage, READING);
  const { found, dropped } = checkDrafts(drafts, passage, READING, financial);
  expect(dropped).toEqual({});
  return found.map(({ type, value, label, certainty }) => {
    const amount = value?.kind === 'money' ? value.amount : '';
    return [type, Number(amount), label, certainty].join(' ');
  });
}

const MOVED = ['expense 300 Rent certain', 'income 50 Gift certain'];

describe('the export of a bank', () => {
  it.each([
    [
      'debits and credits',
      [
        'Date;Text;Debit;Credit;Balance',
        '02.11.2026;Rent;300,00;;700,00',
        '03.11.2026;Gift;;50,00;750,00',
      ],
    ],
    [
      'columns with zeros and a minus',
      [
        'Date;Text;Debit;Credit;Balance',
        '02.11.2026;Rent;-300.00;0.00;700.00',
        '03.11.2026;Gift;0.00;50.00;750.00',
      ],
    ],
    [
      'amounts of debits and credits',
      [
        'Transaction Date;Description;Debit Amount;Credit Amount;Balance',
        '02/11/2026;Rent;300.00;;700.00',
        '03/11/2026;Gift;;50.00;750.00',
      ],
    ],
    [
      'money out and in',
      ['Date;Text;Money out;Money in', '02.11.2026;Rent;300;', '03.11.2026;Gift;;50'],
    ],
    [
      'signs that its balances prove',
      [
        'Date;Text;Amount;Balance',
        '02.11.2026;Rent;-300,00;700,00',
        '03.11.2026;Gift;50,00;750,00',
      ],
    ],
    [
      'opposite signs that its balances prove',
      [
        'Date;Text;Amount;Balance',
        '02.11.2026;Rent;300,00;700,00',
        '03.11.2026;Gift;-50,00;750,00',
      ],
    ],
    [
      'words that only banks use',
      ['Buchungstag;Verwendungszweck;Betrag', '02.11.2026;Rent;-300,00', '03.11.2026;Gift;50,00'],
    ],
    ['a plus', ['Date;Text;Amount', '02.11.2026;Rent;-300.00', '03.11.2026;Gift;+50.00']],
    ['marks', ['Date;Text;Amount;Type', '02.11.2026;Rent;300;Debit', '03.11.2026;Gift;50;Credit']],
  ])('tells what was spent from what came in by %s', (_name, csv) => {
    expect(read(...csv)).toEqual(MOVED);
  });

  it('may begin with what is newest', () => {
    const csv = ['Date;Text;Amount;Balance', '03.11.2026;Gift;50;750', '02.11.2026;Rent;-300;700'];
    expect(read(...csv)).toEqual([...MOVED].reverse());
  });

  it('has no signs where its balances tell them, and holds the row before which there is none', () => {
    const csv = [
      'Booking date;Text;Amount;Balance',
      '01.11.2026;Tape;12.00;988.00',
      '02.11.2026;Rent;300.00;688.00',
      '03.11.2026;Gift;50.00;738.00',
    ];
    expect(read(...csv)).toEqual(['income 12 Tape possible', ...MOVED]);
  });

  it('shows what its signs mean by what is known to come in', () => {
    const csv = ['Date;Text;Amount', '02.11.2026;Rent;-300', '03.11.2026;Grant of the city;500'];
    expect(read(...csv)).toEqual([
      'expense 300 Rent certain',
      'income 500 Grant of the city certain',
    ]);
  });

  it('is held where nothing shows what its signs mean', () => {
    const csv = ['Date;Text;Amount', '02.11.2026;Rent;-300', '03.11.2026;Gift;50'];
    expect(read(...csv)).toEqual(['expense 300 Rent possible', 'income 50 Gift possible']);
  });

  it('has no fact of a balance alone', () => {
    const csv = ['Date;Text;Debit;Credit;Balance', '01.11.2026;Opening balance;;;1000,00'];
    expect(read(...csv)).toEqual([]);
  });
});

describe('a list of expenses', () => {
  it('is no export of a bank because something came back', () => {
    const csv = ['Date;Item;Amount', '2026-11-02;Cable;40', '2026-11-03;Refund cable;-10'];
    expect(read(...csv)).toEqual(['expense 40 Cable certain', 'income 10 Refund cable certain']);
  });
});
