import type { CueKind } from '../types/cues.table.ts';
import { cuesIn } from '../types/cues.ts';
import { isCountable } from './countable.ts';
import { type FragmentPlace, standsAlone } from './fragment-place.ts';
import { isMoneyByPhrase, wentOnThings } from './money-phrase.rule.ts';

/** A smaller number in a fragment counts something. */
const LEAST_FRAGMENT = 20;
const YEAR = /^(?:19[5-9]\d|20[0-4]\d)$/;

const DEALS: readonly CueKind[] = ['commitment', 'spent', 'quote', 'pay', 'invoice', 'cost'];
/** Less beside a word for income may be a number of sponsors or tickets. */
const LEAST_INCOME = 100;
/** "We ordered chairs, 300": how much or how many */
const PIECES =
  /(?<!\p{L})(?:ordered|bought|sold|printed|booked|rented|hired)\s(?:\p{L}+\s){0,2}\p{L}+s,\s*$/iu;

/**
 * Whether a number without a currency is money because it stands alone, as a fragment of a sentence
 * that speaks of a payment, an order or a bill, or because it moves as only money does.
 */
export function fragmentMoney(place: FragmentPlace, amount: number): 'sure' | 'perhaps' | 'no' {
  if (amount < LEAST_FRAGMENT || YEAR.test(place.stated.trim())) return 'no';
  if (isMoneyByPhrase(place, amount)) return 'sure';
  if (wentOnThings(place)) return 'perhaps';
  if (!standsAlone(place) || isCountable(place.sentenceBefore, '')) return 'no';
  return place.answers === 'price' ? 'sure' : besideDeal(place, amount);
}

/** By what its sentence speaks of. */
function besideDeal(place: FragmentPlace, amount: number): 'sure' | 'perhaps' | 'no' {
  const { sentenceBefore, stated, sentenceAfter, answers } = place;
  const cues = cuesIn(`${sentenceBefore}${stated}${sentenceAfter}`);
  const kinds = new Set(cues.map(({ kind }) => kind));
  const isDeal = DEALS.some((kind) => kinds.has(kind));
  const isIncome = kinds.has('income');
  if (!isDeal && !isIncome) return kinds.has('estimate') ? 'perhaps' : 'no';
  const isClear = isDeal || amount >= LEAST_INCOME;
  return isClear && answers !== 'name' && !PIECES.test(sentenceBefore) ? 'sure' : 'perhaps';
}
