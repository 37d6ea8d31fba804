import { describe, expect, it } from '@jest/globals';
import type { FactDraft } from '#contracts/model';
import { financial } from '../financial.agent.ts';

const DATE = '2026-12-18';

/** A meeting of a small festival team, as a speech engine writes it down. */
const MEETING: readonly (readonly [string, string])[] = [
  ['Ines', 'Okay, is everybody here? Let us start with the money, then the program.'],
  ['Tom', 'Room 12 is taken from eleven, so we have about 50 minutes.'],
  ['Ines', 'The total budget is still 40,000 euros, the city confirmed it on the phone.'],
  ['Tom', 'And for advertising we have 6,000 euros.'],
  ['Ines', 'Good. What did the tents cost?'],
  ['Tom', 'Four thousand eight hundred. I paid them on Monday.'],
  ['Ines', 'I read that the festival in Lyon paid 90,000 euros for tents, imagine that.'],
  ['Tom', 'Ha. We are smaller. There were 340 people last year.'],
  ['Nadia', 'I bought 20 extension cords for 260 euros, the receipt is in the folder.'],
  ['Ines', 'Thanks. Did the brewery send us an invoice for 1,500 euros?'],
  [
    'Nadia',
    'No, nothing came. The brewery quoted us 1,350 euros for the beer, that is all I have.',
  ],
  ['Tom', 'If we took the bigger fridge it would be 2,000 euros.'],
  ['Ines', 'We do not need the bigger fridge.'],
  ['Nadia', 'The invoice from Kranz Security is due on 15 January, 2,750 euros.'],
  ['Tom', 'The generator rental costs 180 euros a week.'],
  ['Ines', 'Is that with fuel?'],
  ['Tom', 'I think so. Fuel was maybe 90 euros last time.'],
  ['Nadia', 'Ticket presales brought in 7,200 dollars, sorry, euros.'],
  ['Ines', 'Great. My cousin spent a fortune on tickets, 800 euros, for that other festival.'],
  ['Tom', 'Call the printer at 0221 555 01 77 before 5 pm.'],
  ['Nadia', 'The posters will cost between 700 and 900 euros.'],
  ['Ines', 'Fine. We signed the contract with the headliner for 9,500 euros yesterday.'],
  ['Tom', 'That is half of what they asked in 2019.'],
  ['Nadia', 'And the fireworks cost ten million euros. Just kidding.'],
  ['Ines', 'Funny. Page 3 of the plan lists the helpers.'],
  ['Tom', 'We need 25 helpers, 12 have signed up.'],
  ['Nadia', 'We have not ordered the 600 euro banner.'],
  ['Ines', 'Leave it. Anything else?'],
  ['Tom', 'Version 2.1 of the floor plan is online.'],
  ['Ines', 'Then we meet again on 8 January at 10:30.'],
];

const lines = MEETING.map(([speaker, text]) => ({ speaker, text, date: DATE }));

function shown({ type, label, value, on, who, certainty }: FactDraft): string {
  const amount =
    value?.kind === 'money' ? [value.amount, value.upTo ?? [], value.per ?? []].flat() : [];
  return [certainty, type, ...amount, label, on?.date ?? [], who ?? []].flat().join(' | ');
}

describe('a meeting that is read as a whole', () => {
  const drafts = financial.read({ before: [], lines }, { currency: 'EUR', categories: ['Beer'] });

  it('has the amounts of the project, and none of others', () => {
    expect(drafts.filter(({ certainty }) => certainty === 'certain').map(shown)).toEqual([
      'certain | budget | 40000 | total budget',
      'certain | budget | 6000 | advertising',
      'certain | expense | 4800 | tents',
      'certain | expense | 260 | extension cords | Nadia',
      'certain | quote | 1350 | beer',
      'certain | invoice | 2750 | Kranz Security invoice | 2027-01-15 | Kranz Security',
      'certain | commitment | 180 | week | generator rental',
      'certain | income | 7200 | Ticket presales',
      'certain | estimate | 700 | 900 | posters',
      'certain | commitment | 9500 | headliner contract | 2026-12-17',
    ]);
  });

  it('holds what was asked, supposed or doubted', () => {
    const possible = drafts.filter(({ certainty }) => certainty === 'possible');
    expect(possible.map(({ value }) => value?.kind === 'money' && value.amount)).toEqual([
      '1500',
      '2000',
      '90',
    ]);
  });

  it('quotes words of its lines, and uses the categories of the plan', () => {
    for (const { quote, line } of drafts) expect(lines[line]?.text).toContain(quote);
    expect(drafts.find(({ type }) => type === 'quote')?.category).toBe('Beer');
  });

  it('reads a line the same way when the lines before it are only context', () => {
    const answer = 5;
    const passage = { before: lines.slice(0, answer), lines: lines.slice(answer, answer + 1) };
    const [draft] = financial.read(passage, { currency: 'EUR', categories: ['Beer'] });
    expect(draft).toEqual({ ...drafts.find(({ line }) => line === answer), line: 0 });
  });
});
