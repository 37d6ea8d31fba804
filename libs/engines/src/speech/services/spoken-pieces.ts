import type { TimedToken } from './word-times.ts';

/** A pause after which a new segment begins where a service gives no segments. */
const PAUSE_S = 1;
const END_OF_SENTENCE = /[.!?。！？]["'”’»)]*$/u;
/** A sentence that does not end is cut after so many words, at a place where speakers often pause. */
const MOST_WORDS = 40;

/**
 * The words of a segment as segments of one speaker each.
 * @param isWhole whether the words are not of one segment, so that they are cut at sentences and pauses as well
 */
export function spokenPieces(
  words: readonly TimedToken[],
  isWhole: boolean,
): readonly (readonly TimedToken[])[] {
  const pieces: TimedToken[][] = [];
  for (const word of words) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    const begins =
      piece === undefined ||
      last === undefined ||
      last.speaker !== word.speaker ||
      (isWhole && endsPiece(piece, last, word));
    if (begins) pieces.push([word]);
    else piece.push(word);
  }
  return pieces;
}

function endsPiece(piece: readonly TimedToken[], last: TimedToken, next: TimedToken): boolean {
  const isPause = next.startS - last.endS >= PAUSE_S;
  return isPause || END_OF_SENTENCE.test(last.text) || piece.length >= MOST_WORDS;
}
