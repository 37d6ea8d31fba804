import Big from 'big.js';
import { currencyAfter } from './currencies.ts';
import type { AmountSource, FoundNumber } from './number-source.ts';
import { readNumber } from './read-number.ts';

const AND = new Set(['and', 'und', 'et', 'y', 'con']);
const CENT = new Big('0.01');

/** "eleven euros and fifty cents": what is added to the euros, in euros. */
export function centsAt(
  source: AmountSource,
  at: number,
): { readonly amount: Big; readonly next: number } | null {
  const from = AND.has(source.tokens[at]?.lower ?? '') ? at + 1 : at;
  const number = readNumber(source, from);
  if (number === null || number.value.gte(100)) return null;
  const unit = currencyAfter(source.tokens, number.next, source.currency);
  if (unit === null && from === at && isSpokenCents(source, at, number)) {
    return { amount: number.value.times(CENT), next: number.next };
  }
  return unit?.worth === '0.01' ? { amount: number.value.times(CENT), next: unit.next } : null;
}

/** "eighteen euros forty": nothing is counted by the second number. */
function isSpokenCents(
  { tokens }: AmountSource,
  at: number,
  { value, next }: FoundNumber,
): boolean {
  const isAfterWord = tokens[at - 1]?.kind === 'word' && value.gte(10);
  const after = tokens[next];
  return isAfterWord && (after === undefined || /^(?:[.,;!?]|for|für|pour|por)$/.test(after.lower));
}
