import type { TextSpan } from '../sentences.ts';

/** Length of a piece, and how far it reads into the next one. */
const PIECE = 240;
const OVERLAP = 60;

/** Ends of sentences: not after a digit, because of "3. März" and "3.5". */
const ENDS = /(?<!\d)[.!?…](?=\s)|\n/g;

/** A piece of a text, and where the part of it ends that is its own. */
export interface Piece extends TextSpan {
  /** Position in the text from which on the next piece reads. */
  readonly ownEnd: number;
}

/**
 * Cuts a text into sentences, and these into pieces of a bounded length, so that rules of any cost
 * take a time that is linear in the length of the text. Pieces of a long sentence overlap, so that
 * no date is cut in two.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const end of text.matchAll(ENDS)) {
    cut(text, start, end.index + end[0].length, pieces);
    start = end.index + end[0].length;
  }
  cut(text, start, text.length, pieces);
  return pieces;
}

function cut(text: string, from: number, to: number, pieces: Piece[]): void {
  if (text.slice(from, to).trim() === '') return;
  for (let start = from; start < to;) {
    const ownEnd = to - start <= PIECE + OVERLAP ? to : wordEnd(text, start + PIECE);
    const end = ownEnd === to ? to : Math.min(to, ownEnd + OVERLAP);
    pieces.push({ text: text.slice(start, end), start, end, ownEnd });
    start = ownEnd;
  }
}

/** The next space within a few characters, or where the piece ends anyway. */
function wordEnd(text: string, at: number): number {
  const space = text.slice(at, at + OVERLAP / 2).search(/\s/);
  return space < 0 ? at : at + space;
}
