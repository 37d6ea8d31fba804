import type { TranscriptWord } from '../api/types.ts';

/** A word of a segment with the text between it and the word before. */
export interface Piece {
  readonly gap: string;
  readonly word: TranscriptWord;
}

/** A segment's text cut at its words. */
export interface PiecedText {
  readonly pieces: readonly Piece[];
  /** What follows the last word. */
  readonly rest: string;
}

/**
 * Finds the timed words in the text that is shown, so that spaces and punctuation stay as they
 * are, whatever the language. A word that a correction took away is left out.
 *
 * @param text - The text of the segment.
 * @param words - Its words in their order.
 * @returns The text in pieces; joined they are the text again.
 */
export function piecesOf(text: string, words: readonly TranscriptWord[]): PiecedText {
  let from = 0;
  const pieces = words.flatMap((word) => {
    const at = text.indexOf(word.text, from);
    if (at < 0 || word.text === '') return [];
    const gap = text.slice(from, at);
    from = at + word.text.length;
    return [{ gap, word }];
  });
  return { pieces, rest: text.slice(from) };
}
