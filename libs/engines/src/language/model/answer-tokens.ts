import type { Passage } from '#contracts/model';

/** For reasoning that a model writes before its answer, and for the frame of the answer. */
const BASE_TOKENS = 2_000;

/**
 * The most tokens that an answer may have, so that a model which does not find the end is stopped. It is
 * generous: a token of English has four bytes, of other scripts two or more.
 * @param written what the answer repeats or rewrites
 * @param parts number of objects in the answer
 */
export function answerTokens(written: string, parts: number): number {
  return BASE_TOKENS + Math.ceil(Buffer.byteLength(written) / 2) + parts * TOKENS_OF_A_PART;
}

/** The names of the fields and their punctuation. */
const TOKENS_OF_A_PART = 32;

/** The most tokens of the facts of a passage: each has a field for each kind of value. */
export function factsTokens({ lines }: Passage): number {
  const written = lines.map(({ text }) => text).join(' ');
  return answerTokens(written, Math.ceil(written.length / CHARACTERS_OF_A_FACT) * FIELDS_OF_A_FACT);
}

/** As dense as invoices are. */
const CHARACTERS_OF_A_FACT = 60;
const FIELDS_OF_A_FACT = 6;

/** The most tokens of a summary, of however long a text. */
export const SUMMARY_TOKENS = BASE_TOKENS + 4_000;
/** The most tokens of a score with its reason. */
export const SCORE_TOKENS = BASE_TOKENS + 500;
