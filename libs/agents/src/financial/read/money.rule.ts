import type { MoneyValue } from '#contracts/model';
import { tokensOf } from '../../text/amounts/tokens.ts';
import { speaksOfMoney } from '../../text/amounts/money-words.ts';
import type { FoundAmount } from '../../text/amounts.ts';
import { cuesIn } from './cues.ts';
import { nounPhrase } from './noun-phrase.ts';

/** A smaller plain number counts something: "paid for 3". */
const LEAST_PLAIN = 5;

/** Words before a plain number that counts people or pieces, beside an amount of money. */
const COUNTS =
  /(?<!\p{L})(?:for|by|with|at|to|of|in|page|times|x|für|mit|von|pour|avec|para|con)\s*$/iu;

/** What is around a plain number. */
export interface PlainPlace {
  readonly clause: string;
  /** Text of the clause before the number. */
  readonly before: string;
  /** And after it: "200 t-shirts" is no money. */
  readonly after: string;
  readonly hasMoney: boolean;
  /** Whether what was said before makes it money: a question for a price, or a corrected amount. */
  readonly isExpected: boolean;
}

/** The amount of money that an amount states; `null` when it is something else. */
export function moneyOf(
  { value }: FoundAmount,
  place: PlainPlace,
  currency: string,
): MoneyValue | null {
  if (value.kind === 'money') return value;
  if (value.kind !== 'quantity' || value.unit !== '') return null;
  if (Number(value.quantity) < LEAST_PLAIN || (place.hasMoney && COUNTS.test(place.before)))
    return null;
  if (nounPhrase(place.after) !== '') return null;
  const isMoney =
    place.isExpected ||
    cuesIn(place.clause).some(({ kind }) => kind === 'cost') ||
    speaksOfMoney(tokensOf(place.clause));
  return isMoney ? { kind: 'money', amount: value.quantity, currency } : null;
}
