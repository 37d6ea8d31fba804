import { carriedCurrency } from './carried-currency.rule.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { weakTypeOf } from '../types/weak-type.rule.ts';
import { type FoundMoney, moneyOf } from './money.rule.ts';
import { standingOf } from '../claims/standing-of.ts';
import { relativeTo, type SentenceSource, type Statement } from '../statement.ts';

/**
 * The amount of money that a statement states; `null` when it is something else.
 * @param isRelated whether it is stated as a part of a budget, or a difference to it
 */
export function moneyIn(
  { source, amount, clause, carried, corrected }: Statement,
  isRelated: boolean,
): FoundMoney | null {
  const { context, reading, amounts, sentence } = source;
  const at = relativeTo(clause, amount);
  const place = {
    clause: clause.text,
    sentenceBefore: sentence.text.slice(0, amount.start - sentence.start),
    sentenceAfter: sentence.text.slice(amount.end - sentence.start),
    isOfThing: weakTypeIn({ source, clause }) !== null,
    replaces: source.corrections.has(amount) && context.recent.length > 0,
    answers: answersWhat(source),
    before: clause.text.slice(0, at.start),
    after: isRelated ? '' : clause.text.slice(at.end),
    stated: clause.text.slice(at.start, at.end),
    isAboutMoney: context.recent.length > 0,
    corrects: source.corrections.has(amount) || standingOf(sentence.text).corrects,
    hasMoney: amounts.some(
      ({ value, start }) => value.kind === 'money' && clause.start <= start && start < clause.end,
    ),
    isExpected:
      isRelated ||
      carried !== null ||
      ((context.asked?.type ?? null) !== null && isShort(sentence.text)) ||
      (corrected !== null && isShort(sentence.text)),
  };
  return moneyOf(amount, place, carriedCurrency(amounts, amount, reading.currency));
}

/** The type that the state of a thing suggests, in its clause, its sentence or what was said before. */
export function weakTypeIn({
  source: { sentence, context },
  clause,
}: Pick<Statement, 'source' | 'clause'>): string | null {
  const isFragment = sentence.text.length <= MAX_FRAGMENT;
  return weakTypeOf([clause.text, sentence.text, ...(isFragment ? [context.before] : [])]);
}

/** A longer sentence says itself what it is about. */
const MAX_FRAGMENT = 80;

/** What was asked just before a sentence that is short enough to answer it. */
function answersWhat({ context: { asked }, sentence }: SentenceSource): FragmentPlace['answers'] {
  if (asked === null || !isShort(sentence.text)) return 'nothing';
  return asked.type === null ? 'name' : 'price';
}

/** An answer or a correction is short. */
const MAX_SHORT_WORDS = 12;

/** Whether a sentence is as short as an answer. */
export function isShort(text: string): boolean {
  return text.split(/\s+/, MAX_SHORT_WORDS + 1).length <= MAX_SHORT_WORDS;
}
