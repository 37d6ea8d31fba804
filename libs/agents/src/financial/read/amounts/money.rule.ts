import type { MoneyValue } from '#contracts/model';
import { tokensOf } from '../../../text/amounts/tokens.ts';
import { speaksOfMoney } from '../../../text/amounts/money-words.ts';
import type { FoundAmount } from '../../../text/amounts.ts';
import { cuesIn } from '../types/cues.ts';
import { isOfTime } from './countable.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { fragmentMoney } from './fragment.rule.ts';
import { isClock } from './clock.rule.ts';
import { isOfPeople, isOnlyStress, isReference, mayBePieces } from './no-money.rule.ts';
import { mayBeMoney } from './weak-money.rule.ts';
import { nounPhrase } from '../labels/noun-phrase.ts';
import { plainMoney, type PlainPlace } from './plain-money.rule.ts';

/** A smaller plain number counts something: "paid for 3". */
const LEAST_PLAIN = 5;
/** And one after "for" or "with": "we had it for ten". */
const LEAST_PRICE = 13;

/** Words before a plain number that counts people or pieces, beside an amount of money. */
const COUNTS =
  /(?<!\p{L})(?:for|by|with|at|to|of|in|page|times|x|für|mit|von|pour|avec|para|con)\s*$/iu;

/** An amount of money, and whether it is sure that it is one. */
export interface FoundMoney {
  readonly value: MoneyValue;
  readonly isSure: boolean;
  /** Whether the words around it say so, and not only what was said before. */
  readonly isStated: boolean;
}

/** What is around an amount. */
export type MoneyPlace = PlainPlace & FragmentPlace;

/** The amount of money that an amount states; `null` when it is something else. */
export function moneyOf(
  { value }: FoundAmount,
  place: MoneyPlace,
  currency: string,
): FoundMoney | null {
  if (isNoMoney(place, numberOf(value))) return null;
  if (value.kind === 'money') return { value, isSure: true, isStated: true };
  if (value.kind !== 'quantity' || value.unit !== '' || isCount(place)) return null;
  const amount = Number(value.quantity);
  if (amount < LEAST_PLAIN) return null;
  if (COUNTS.test(place.before) && (place.hasMoney || amount < LEAST_PRICE)) return null;
  const fragment = fragmentMoney(place, amount);
  const found = fragment === 'no' ? plainMoney(place, amount) : fragment;
  const isHere = isMoneyHere(place);
  if (found === 'no' && !isHere && !mayBeMoney(place, amount)) return null;
  const isSmall = amount < LEAST_PRICE && !place.isExpected && !/[.,]\d\d$/.test(place.stated);
  const isClear = fragment !== 'perhaps' && !mayBePieces(place) && !isSmall;
  const isSure = isClear && (found === 'sure' || isHere);
  const money = { kind: 'money', amount: value.quantity, currency } as const;
  return { value: money, isSure, isStated: found !== 'no' };
}

/** Whether an amount only names, stresses or times something. */
function isNoMoney(place: MoneyPlace, amount: number): boolean {
  const isOfPlainTime = amount !== Infinity && isOfTime(place.sentenceBefore);
  const isTime = isOfPlainTime || isClock(place, amount);
  return isTime || isOnlyStress(place) || isReference(place);
}

/** Whether a plain number says how many, and not how much. */
function isCount(place: MoneyPlace): boolean {
  const before = place.sentenceBefore;
  const isOfEach = AFTER_PRICE_OF_EACH.test(before.slice(-120)) && /\p{N}|\p{Sc}/u.test(before);
  return isOfPeople({ ...place, before }) || (isOfEach && !isTotal(place));
}

/** "3 euros each, we ordered 200": how many, not how much */
const AFTER_PRICE_OF_EACH =
  /(?<!\p{L})(?:each|apiece|a piece|per (?:piece|unit|item)|das stück|pro stück|(?:l['’])?unité|pièce|chacune?|cada un[oa])[\s,.;]+(?:(?:and|so|und|et|y) )?(?:\p{L}{1,12}\s){0,5}$/iu;

function numberOf(value: FoundAmount['value']): number {
  return value.kind === 'quantity' ? Number(value.quantity) : Infinity;
}

/** "at 6 euros each, that makes 300", "three euros apiece, 400 in total" */
function isTotal({ sentenceBefore, sentenceAfter }: MoneyPlace): boolean {
  return (
    /(?<!\p{L})(?:makes|which is|that['’]s|total(?:ling)?|macht|ça fait|son)\s(?:about )?$/iu.test(
      sentenceBefore.slice(-30),
    ) ||
    /^\s*(?:in total|altogether|in all|all in|total|insgesamt|zusammen|en tout|en total)(?!\p{L})/iu.test(
      sentenceAfter,
    )
  );
}

/** "an answer by 15" */
const AFTER_TIME = /(?<!\p{L})(?:by|until|till|before|bis|gegen|avant|antes de)\s*$/iu;

/** "200, 350 and 410 euros" */
const AFTER_ITEM =
  /\d\s*(?:€|\p{L}{1,10}\s)?\s*(?:,|\+|plus|and|or|then|und|oder|et|ou|y|o)\s*(?:then |another )?$/iu;
const BEFORE_ITEM = /^\s*(?:,|\+|plus|and|or|und|oder|et|ou|y|o)\s*[\d€$£]/iu;

/** Beside a stated amount, a plain number is money in a list with it: "10 euros for cable 17" is not. */
function isListed({ before, after }: PlainPlace): boolean {
  return AFTER_ITEM.test(before) || BEFORE_ITEM.test(after);
}

function isMoneyHere(place: PlainPlace): boolean {
  const { before, after, clause, isExpected } = place;
  if (nounPhrase(after) !== '' || (!isExpected && AFTER_TIME.test(before))) return false;
  if (place.hasMoney && !isListed(place)) return false;
  return (
    isExpected ||
    cuesIn(clause).some(({ kind }) => kind === 'cost') ||
    speaksOfMoney(tokensOf(clause))
  );
}
