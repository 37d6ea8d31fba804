import { namesTheSame } from './names.guard.ts';
import { deniesTheSame } from './negations.guard.ts';
import { isNumber, numbersIn } from './numbers.guard.ts';
import { keepsScripts } from './script.guard.ts';
import { keepsLength, loopAppeared, overlaps } from './shape.guard.ts';
import { guardTokens, meantTokens, type GuardToken } from './tokens.ts';

/** Why a correction is not taken over; stable, stored and shown. */
export const CORRECTION_REFUSALS = [
  'script_changed',
  'loop_appeared',
  'numbers_changed',
  'negation_changed',
  'names_changed',
  'length_changed',
  'overlap_low',
] as const;
export type CorrectionRefusal = (typeof CORRECTION_REFUSALS)[number];

/** Whether a correction may be taken over. */
export type GuardVerdict =
  { readonly kind: 'kept' } | { readonly kind: 'refused'; readonly reason: CorrectionRefusal };

/** A text before and after its correction, by whatever engine. */
export interface GuardedCorrection {
  readonly raw: string;
  readonly corrected: string;
  /** Names and terms in their right spelling; a correction may bring them in. */
  readonly glossary: readonly string[];
}

/**
 * Judges a correction, in both directions: nothing of weight may be lost, and none may be invented.
 * Numbers, negations and names stay; script, length and words stay close; no loop appears. What it
 * lets through are stutters and hesitation taken out, casing, punctuation, spelling, and terms of
 * the glossary. In doubt it refuses, since the raw text is the safe one.
 * @returns the first of {@link CORRECTION_REFUSALS} that applies, in their order, or `kept`
 */
export function guardCorrection(correction: GuardedCorrection): GuardVerdict {
  const { raw, corrected, glossary } = correction;
  if (raw === corrected) return { kind: 'kept' };
  const [rawTokens, nowTokens] = [guardTokens(raw), guardTokens(corrected)];
  const [before, after] = [meantTokens(rawTokens), meantTokens(nowTokens)];
  // Numbers are compared by value; "25" is as good as "twenty-five", though so much shorter.
  const [words, nowWords] = [withoutNumbers(before), withoutNumbers(after)];
  const holds: Readonly<Record<CorrectionRefusal, () => boolean>> = {
    script_changed: () => keepsScripts(raw, corrected, glossary),
    loop_appeared: () => !loopAppeared(rawTokens, nowTokens),
    numbers_changed: () => sameValues(numbersIn(before), numbersIn(after)),
    negation_changed: () => deniesTheSame(before, after, glossary),
    names_changed: () => namesTheSame(before, after, glossary),
    length_changed: () => keepsLength(words, nowWords),
    overlap_low: () => overlaps(words, nowWords, glossary),
  };
  const reason = CORRECTION_REFUSALS.find((refusal) => !holds[refusal]());
  return reason === undefined ? { kind: 'kept' } : { kind: 'refused', reason };
}

function withoutNumbers(tokens: readonly GuardToken[]): readonly GuardToken[] {
  return tokens.filter((token) => !isNumber(token));
}

function sameValues(before: readonly string[], after: readonly string[]): boolean {
  return before.join(' ') === after.join(' ');
}
