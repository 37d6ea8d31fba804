import { spokenWords, wordErrors } from '#domain';

/** Word errors of a transcript. */
export interface WordErrors {
  /** Number of words in the reference. */
  readonly referenceWords: number;
  /** Number of words in the transcript. */
  readonly heardWords: number;
  /** Replaced, missing and added words, divided by the words of the reference. */
  readonly rate: number;
}

/** Compares a transcript with the reference, ignoring case and punctuation. */
export function wordErrorRate(reference: string, heard: string): WordErrors {
  const { errors, of } = wordErrors(reference, heard);
  const heardWords = spokenWords(heard).length;
  const rate = of === 0 ? Number(heardWords > 0) : errors / of;
  return { referenceWords: of, heardWords, rate };
}
