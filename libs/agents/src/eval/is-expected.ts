import Big from 'big.js';
import type { FactDraft, FactValue } from '#contracts/model';
import type { ExpectedFact } from './case-format.ts';

/** Whether a draft states the expected fact; fields that are not expected may have any value. */
export function isExpected(draft: FactDraft, expected: ExpectedFact): boolean {
  const { type, label, value, on, certainty, status, who } = expected;
  return (
    draft.type === type &&
    (label === undefined || hasWords(draft.label, label)) &&
    (value === undefined || isSameValue(draft.value, value)) &&
    (on === undefined || isSameDate(draft.on, on)) &&
    (certainty === undefined || draft.certainty === certainty) &&
    (status === undefined || draft.status === status) &&
    (who === undefined || draft.who?.toLowerCase() === who.toLowerCase())
  );
}

function isSameDate(on: FactDraft['on'], expected: FactDraft['on']): boolean {
  return on?.date === expected?.date && on?.precision === expected?.precision;
}

function hasWords(label: string, words: string): boolean {
  const lower = label.toLowerCase();
  return words
    .toLowerCase()
    .split(' ')
    .every((word) => lower.includes(word));
}

function isSameValue(value: FactValue | null, expected: ExpectedFact['value']): boolean {
  if (!value || !expected) return !value && !expected;
  return JSON.stringify(plain(value)) === JSON.stringify(plain(expected));
}

/** The parts of a value in one order, its numbers without trailing zeros. */
function plain(value: NonNullable<ExpectedFact['value']>): readonly (string | undefined)[] {
  switch (value.kind) {
    case 'money': {
      const upTo = value.upTo === undefined ? undefined : new Big(value.upTo).toFixed();
      return ['money', new Big(value.amount).toFixed(), upTo, value.currency, value.per];
    }
    case 'percent':
      return ['percent', new Big(value.percent).toFixed()];
    case 'quantity':
      return ['quantity', new Big(value.quantity).toFixed(), value.unit];
  }
}
