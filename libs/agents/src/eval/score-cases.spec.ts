import { describe, expect, it } from '@jest/globals';
import type { FactDraft, FactReader } from '#contracts/model';
import type { AgentCase } from './case-format.ts';
import { precisionOf, recallOf, scoreCases } from './score-cases.ts';

/** Reads each word that is a number as an expense. */
const reader: FactReader = {
  ...{ name: 'numbers', version: '1', factTypes: [], categories: [], instructions: '' },
  read: ({ lines }, { currency }) =>
    lines.flatMap(({ text }, line) =>
      (text.match(/\d+/g) ?? []).map((amount): FactDraft => ({
        ...{ line, quote: text, type: 'expense', label: text, on: null, who: null },
        ...{ status: null, category: null, certainty: 'certain', corrects: false },
        value: { kind: 'money', amount, currency },
      })),
    ),
};

function one(text: string, ...expect: AgentCase['expect']): AgentCase {
  const said = [{ speaker: 'Ana', text, date: '2026-11-10' }];
  return { id: text, kind: 'plain', said, expect };
}

const euros = (amount: string) => ({ kind: 'money', amount, currency: 'EUR' }) as const;

describe('the score of a reader', () => {
  it('is full when all that is expected is read, and nothing else', () => {
    const { total, faults } = scoreCases(reader, [
      one('tape 5', { type: 'expense', label: 'Tape', value: euros('5.00') }),
      one('nothing'),
    ]);
    expect([precisionOf(total), recallOf(total), faults]).toEqual([1, 1, []]);
  });

  it('loses precision by what is wrong, and recall by what is missing', () => {
    const { total, faults } = scoreCases(reader, [
      one('tape 5', { type: 'expense', value: euros('5') }),
      one('room 302'),
      one('five', { type: 'expense', value: euros('5') }),
    ]);
    expect([precisionOf(total), recallOf(total)]).toEqual([0.5, 0.5]);
    expect(faults.map(({ id }) => id)).toEqual(['room 302', 'five']);
  });

  it('counts each fact once', () => {
    const twice = { type: 'expense', value: euros('5') };
    const { total } = scoreCases(reader, [one('tape 5', twice, twice)]);
    expect(recallOf(total)).toBe(0.5);
  });

  it.each([
    ['type', { type: 'income' }],
    ['value', { type: 'expense', value: euros('6') }],
    ['currency', { type: 'expense', value: { ...euros('5'), currency: 'USD' } }],
    ['label', { type: 'expense', label: 'glue' }],
    ['certainty', { type: 'expense', certainty: 'possible' as const }],
    ['person', { type: 'expense', who: 'Bruno' }],
  ])('takes no fact of another %s', (_field, expected) => {
    expect(scoreCases(reader, [one('tape 5', expected)]).total.found).toBe(0);
  });
});
