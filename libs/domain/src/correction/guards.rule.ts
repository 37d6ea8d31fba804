import { hasSameNames } from './names.guard.ts';
import { hasSameNegations } from './negations.guard.ts';
import { isNumber, numbersIn } from './numbers.guard.ts';
import { keepsScripts } from './script.guard.ts';
import { keepsLength, loopAppeared, overlaps } from './shape.guard.ts';
import { guardTokens, withoutDisfluencies, type GuardToken } from './tokens.ts';

/** Why a correction is rejected. The codes are stable: they are stored and shown. */
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

/** Whether a correction is accepted. */
export type GuardVerdict =
  { readonly kind: 'kept' } | { readonly kind: 'refused'; readonly reason: CorrectionRefusal };

/** A text before and after its correction by any engine. */
export interface GuardedCorrection {
  readonly raw: string;
  readonly corrected: string;
  /** Names and terms in their correct spelling. A correction may introduce them. */
  readonly glossary: readonly string[];
}

/**
 * Judges a correction in both directions: it may neither lose nor invent anything important.
 * Numbers, negations and names must be the same. Script, length and words must be similar. No loop
 * may appear. Accepted changes are removed stutters and hesitations, casing, punctuation, spelling
 * and glossary terms. When in doubt it rejects, because the raw text is the safe choice.
 * @returns the first of {@link CORRECTION_REFUSALS} that applies, in their order, or `kept`
 */
export function guardCorrection(correction: GuardedCorrection): GuardVerdict {
  const { raw, corrected, glossary } = correction;
  if (raw === corrected) return { kind: 'kept' };
  const [rawTokens, nowTokens] = [guardTokens(raw), guardTokens(corrected)];
  const [before, after] = [withoutDisfluencies(rawTokens), withoutDisfluencies(nowTokens)];
  // Numbers are compared by value: "25" equals "twenty-five" but is much shorter, so numbers are
  // left out of the comparisons of length and words.
  const [words, nowWords] = [withoutNumbers(before), withoutNumbers(after)];
  const holds: Readonly<Record<CorrectionRefusal, () => boolean>> = {
    script_changed: () => keepsScripts(raw, corrected, glossary),
    loop_appeared: () => !loopAppeared(rawTokens, nowTokens),
    numbers_changed: () => sameValues(numbersIn(before), numbersIn(after)),
    negation_changed: () => hasSameNegations(before, after, glossary),
    names_changed: () => hasSameNames(before, after, glossary),
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
