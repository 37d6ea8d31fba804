import { describe, expect, it } from '@jest/globals';
import { checkDrafts } from '../../evidence/check-drafts.ts';
import { financial } from '../financial.agent.ts';

const DATE = '2026-11-17';

/** What is read and stands the check of evidence, such as `income 4000 EUR received`. */
function read(...said: readonly string[]): readonly string[] {
  const lines = said.map((text, at) => ({
    speaker: at % 2 === 0 ? 'Ana' : 'Ben',
    text,
    date: DATE,
  }));
  const passage = { before: [], lines };
  const reading = { currency: 'EUR', categories: [] };
  const drafts = financial.read(passage, reading);
  return checkDrafts(drafts, passage, reading, financial).found.map((fact) => {
    const { value } = fact;
    const upTo = value?.kind === 'money' && value.upTo !== undefined ? `-${value.upTo}` : '';
    const amount = value?.kind === 'money' ? `${value.amount}${upTo} ${value.currency}` : '';
    const held = fact.certainty === 'possible' ? '?' : '';
    return [`${held}${fact.type}`, amount, fact.status ?? ''].join(' ').trim();
  });
}

describe('money from outside', () => {
  it.each([
    ['The local bank wired the 4,000 this morning.', 'income 4000 EUR received'],
    ['The insurer paid out 760 for the stolen cables.', 'income 760 EUR received'],
    ['Our deposit for the tent came back, 350.', 'income 350 EUR received'],
    ['Sponsorship: the car dealer paid 3,500 on Friday.', 'income 3500 EUR received'],
    ['Das Ministerium hat die 8.000 Euro überwiesen.', 'income 8000 EUR received'],
    ["L'assurance a versé 950 euros pour le vol.", 'income 950 EUR received'],
    ['El ayuntamiento transfirió 3.000 euros ayer.', 'income 3000 EUR received'],
  ])('is no expense: %s', (text, fact) => {
    expect(read(text)).toEqual([fact]);
  });

  it.each([
    ['The farmer transferred 300.', '?income 300 EUR received'],
    ['The drummer paid 40 for strings.', '?expense 40 EUR'],
    ['The printer bought our old stage for 650.', '?expense 650 EUR'],
    ['The donor wants her 500 back.', '?quote 500 EUR'],
    ['The treasurer paid 230 for the stamps.', 'expense 230 EUR'],
    ['We transferred 900 to the caterer.', 'expense 900 EUR'],
  ])('is held where it is open who paid for whom: %s', (text, fact) => {
    expect(read(text)).toEqual([fact]);
  });
});

describe('numbers that are no money', () => {
  it.each([
    'We paid the landlord a visit at 1530.',
    'I spent from 8 to 1130 on the tax form.',
    'He spends hours on it, 40 last week.',
    'The invoice number is 4471.',
    'Capacity is 450, the invoice comes later.',
    'We met at 1830 and paid at 1945.',
    'Wir waren 35 und haben bezahlt.',
    'Of the 90 invited, 60 paid.',
  ])('state nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    'I paid 640 for my new laptop.',
    'That car must have cost a million euros, the way he polishes it.',
    'We ordered 200 for the opening night.',
  ])('are held where they may be: %s', (text) => {
    for (const fact of read(text)) expect(fact).toMatch(/^\?/);
  });
});

describe('an amount beside the one that counts', () => {
  it.each([
    ['We ordered three hundred mugs at four euros, twelve hundred.', 'commitment 1200 EUR'],
    ["The taxi came to 38, we'd expected 25.", 'expense 38 EUR price'],
    ['The board raised the budget from 12 to 15 thousand.', 'budget 15000 EUR'],
    ['Between 600 and 700 for the trailer.', '?estimate 600-700 EUR'],
  ])('is not added: %s', (text, fact) => {
    expect(read(text)).toEqual([fact]);
  });
});

describe('a fragment', () => {
  it.each([
    ["The photographer we did hire, that's four hundred and eighty.", 'commitment 480 EUR'],
    ['Heating, done, 310, that went out on Monday.', 'expense 310 EUR'],
    ['The seven hundred for the speakers went out this morning.', 'expense 700 EUR'],
    ['Zusage vom Sponsor, dreitausend Euro, kommen im März.', 'income 3000 EUR expected'],
    ["Catering comes to 2,600 for the summer party, that's booked.", 'commitment 2600 EUR'],
    ['The rent, 750, should have been paid last week.', 'invoice 750 EUR overdue'],
  ])('takes its thing and verb from the clauses around it: %s', (text, fact) => {
    expect(read(text)).toEqual([fact]);
  });

  it('takes them from what was asked', () => {
    expect(read('What does the hall charge for the weekend?', "It's 2,150.")).toEqual([
      'quote 2150 EUR',
    ]);
    expect(read('The security deposit, has that come back?', 'Yes, 300, yesterday.')).toEqual([
      'income 300 EUR received',
    ]);
  });

  it('takes the currency of its sentence', () => {
    expect(read('We paid 300 pounds for the flights and 120 for the hotel.')).toEqual([
      'expense 300 GBP',
      'expense 120 GBP',
    ]);
  });
});

describe('what another clause denies', () => {
  it.each([
    ["We put aside two thousand for repairs and haven't used any of it.", 'budget 2000 EUR'],
    ["They offered 1,500, but nothing's agreed.", 'quote 1500 EUR'],
    ["The grant of 4,000 isn't here yet, it arrives in February.", 'income 4000 EUR expected'],
    ["We haven't paid the 430 for the van.", '?invoice 430 EUR due'],
    ["Nous n'avons pas encore payé les 520 euros de la sono.", 'invoice 520 EUR due'],
  ])('does not silence an amount: %s', (text, fact) => {
    expect(read(text)).toEqual([fact]);
  });

  it('silences what was not paid at all', () => {
    expect(read('We did not pay the 500 euros for the permit.')).toEqual([]);
  });
});

describe('a list without a currency', () => {
  it('is of money where it is announced as such', () => {
    expect(read('Three offers came in: Ortiz 940, Blake 1,010 and Chen 1,125.')).toEqual([
      'quote 940 EUR',
      'quote 1010 EUR',
      'quote 1125 EUR',
    ]);
    expect(read('Three people came: Ortiz 34, Blake 41, Chen 29.')).toEqual([]);
  });
});
