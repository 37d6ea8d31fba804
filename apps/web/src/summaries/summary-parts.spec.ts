import { coverageWords, leftOutWords, partsBefore } from './summary-parts.ts';

describe('what a summary shows beside its points', () => {
  it('are attendees and topics in minutes, if there are any', () => {
    const words = { attendees: ['Ada', 'Tom'], topics: [] };
    expect(partsBefore({ ...words, template: 'minutes' })).toEqual([
      { title: 'Attendees', items: ['Ada', 'Tom'] },
    ]);
    expect(partsBefore({ ...words, template: 'detailed' })).toEqual([]);
  });

  it('is how many statements were left out, and why', () => {
    expect(leftOutWords({ leftOut: null })).toBeNull();
    expect(leftOutWords({ leftOut: { count: 0, reasons: {} } })).toBeNull();
    expect(leftOutWords({ leftOut: { count: 1, reasons: { negation: 1 } } })).toBe(
      '1 statement was left out because the conversation does not bear it out: 1 of which the opposite is said.',
    );
    expect(leftOutWords({ leftOut: { count: 3, reasons: { date: 1, name: 2 } } })).toBe(
      '3 statements were left out because the conversation does not bear them out: 2 with a name that is not said there, 1 with another date.',
    );
  });

  it('is how much of the conversation it draws on', () => {
    expect(coverageWords({ coverage: null })).toBeNull();
    const coverage = {
      ...{ turnsCited: 1, turnCount: 1, textShare: 0.314 },
      thirds: [4, 0, 2] satisfies [number, number, number],
    };
    expect(coverageWords({ coverage })).toBe(
      'Its points draw on 1 of 1 turn, 31 % of the text: 4 from the first third, 0 from the second, 2 from the last.',
    );
  });
});
