/** A piece of a text; `isFound` when it is one of the words that were searched. */
export interface WordPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** The words of what somebody searches. */
export function wordsOf(search: string): readonly string[] {
  return search.split(/\s+/u).filter((word) => word !== '');
}

/**
 * Splits a text at the places where words occur, in any case. Words may be parts of longer ones.
 *
 * @param text - The text.
 * @param words - The words.
 * @returns Its pieces in order, without empty ones.
 */
export function piecesWith(text: string, words: readonly string[]): readonly WordPiece[] {
  if (words.length === 0) return text === '' ? [] : [{ text, isFound: false }];
  // The longest one first, so that it is not cut by a shorter one at the same place.
  const alternatives = [...words].sort((a, b) => b.length - a.length).map(escaped);
  const parts = text.split(new RegExp(`(${alternatives.join('|')})`, 'giu'));
  // A capturing group makes every second part a match.
  return parts
    .map((part, index) => ({ text: part, isFound: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
