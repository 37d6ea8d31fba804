import { describe, expect, it } from '@jest/globals';
import { financial } from '../../financial.agent.ts';

const DATE = '2026-11-10';

function read(...said: readonly string[]) {
  const lines = said.map((text, at) => ({
    speaker: at % 2 === 0 ? 'Ana' : 'Tom',
    text,
    date: DATE,
  }));
  return financial.read({ before: [], lines }, { currency: 'EUR', categories: [] });
}

const amount = (value: string) => ({ kind: 'money', amount: value, currency: 'EUR' });

describe('a correction of an amount', () => {
  it('is of the type and subject of what it corrects', () => {
    const [, second] = read('We paid 900 euros for the boat.', 'Sorry, it was 950.');
    expect(second).toMatchObject({ type: 'expense', label: 'boat', corrects: true });
    expect(second).toMatchObject({ value: amount('950'), certainty: 'certain' });
  });

  it('is about what it names, also when something else was said last', () => {
    const [, , third] = read(
      'We paid 900 euros for the boat.',
      'The budget for music is 2,000 euros.',
      'Actually, the boat was 950.',
    );
    expect(third).toMatchObject({ type: 'expense', label: 'boat', corrects: true });
  });

  it('in the same line leaves only the right amount', () => {
    expect(read('We paid 480 for the boat. Scratch that, 430.')).toMatchObject([
      { type: 'expense', label: 'boat', value: amount('430'), corrects: true },
    ]);
  });

  it.each(['The music budget is 2,400 now.', 'The new budget for music is 2,400.'])(
    'is a budget that is newly set: %s',
    (text) => {
      expect(read(text)).toMatchObject([{ type: 'budget', corrects: true }]);
    },
  );

  it.each([
    'We spent, I mean with everything, 430 euros on tape.',
    'We paid 430 euros for tape, sorry for the noise here.',
  ])('is not every "sorry" and "I mean": %s', (text) => {
    expect(read(text)).toMatchObject([{ value: amount('430'), corrects: false }]);
  });
});
