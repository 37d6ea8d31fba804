import { tracedFacts } from './traced-facts.ts';

const TURNS = [
  { speaker: 'Ada Lovelace', text: 'We paid 1,340 pounds to Mr. Petrov on Friday.' },
  { speaker: 'Tom', text: "That's twelve more than in May." },
];
const untraced = (summary: string, language?: string) =>
  tracedFacts(summary, TURNS, language).untraced;

describe('the facts of a summary', () => {
  it.each([
    ['names and numbers as they were said', 'They paid 1,340 pounds to Mr. Petrov.'],
    ['a number without separators', 'They paid 1340 pounds.'],
    ['a number in the other form', 'It is 12 more than in May.'],
    ['a name with a genitive', "It was Ada's invoice, paid to Petrov's firm."],
    ['a number as an ordinal', 'It was the 2nd turn.'],
    ['the number of turns', 'Ada and Tom spoke in 2 turns.'],
    ['what begins a sentence or a quotation', 'Somebody paid. Tom: Nothing else.'],
  ])('are traced: %s', (_what, summary) => {
    expect(untraced(summary)).toEqual([]);
  });

  it.each([
    ['a number', 'They paid 1,430 pounds.', ['1,430']],
    ['a number in words', 'It is thirteen more.', ['thirteen']],
    ['a name', 'They paid Mr. Pavlov.', ['Pavlov']],
    ['a day', 'They paid on Monday.', ['Monday']],
  ])('are not traced where it is invented: %s', (_what, summary, expected) => {
    expect(untraced(summary)).toEqual(expected);
  });

  it('are no nouns where every noun has a capital', () => {
    expect(untraced('Sie haben die Rechnung bezahlt.')).toEqual(['Rechnung']);
    expect(untraced('Sie haben die Rechnung bezahlt.', 'de-AT')).toEqual([]);
    expect(untraced('Sie haben 99 bezahlt.', 'de')).toEqual(['99']);
  });
});
