import { LONGEST_TURN } from '#contracts/model';
import type { HeardLine } from './heard-line.ts';

/** Who speaks when a transcript does not say it. */
export const UNNAMED_SPEAKER = 'Speaker';
/** Longest name that a turn can have. */
const LONGEST_NAME = 100;

/** What one speaker says before another one does. */
export interface HeardTurn {
  readonly speaker: string;
  /** In order; none is empty. */
  readonly lines: readonly HeardLine[];
}

/** Makes turns of the lines of a transcript, which are given in order. */
export class HeardTurns {
  readonly turns: { readonly speaker: string; readonly lines: HeardLine[] }[] = [];
  /** Number of lines so far. */
  count = 0;

  add(given: HeardLine): void {
    const { speaker, line } = storable(given);
    const last = this.turns.at(-1);
    const turn = last?.speaker === speaker ? last : { speaker, lines: [] };
    if (turn !== last) this.turns.push(turn);
    const pieces = piecesOf(line);
    turn.lines.push(...pieces);
    this.count += pieces.length;
  }
}

/** A name that is too long for one stays in the text. */
function storable(line: HeardLine): { readonly speaker: string; readonly line: HeardLine } {
  const speaker = line.speaker ?? UNNAMED_SPEAKER;
  if (speaker.length <= LONGEST_NAME) return { speaker, line };
  return { speaker: UNNAMED_SPEAKER, line: { ...line, text: `${speaker}: ${line.text}` } };
}

/** Cuts a line that is too long for a segment, at a space if there is one. */
function piecesOf(line: HeardLine): readonly HeardLine[] {
  const pieces: HeardLine[] = [];
  let rest = line.text;
  while (rest.length > LONGEST_TURN) {
    const cut = cutOf(rest);
    pieces.push({ ...line, text: rest.slice(0, cut).trim(), words: [] });
    rest = rest.slice(cut).trim();
  }
  return pieces.length === 0 ? [line] : [...pieces, { ...line, text: rest, words: [] }];
}

/** Not within a character that takes two places. */
function cutOf(text: string): number {
  const space = text.lastIndexOf(' ', LONGEST_TURN);
  if (space > LONGEST_TURN / 2) return space;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(LONGEST_TURN - 1));
  return isPair ? LONGEST_TURN - 1 : LONGEST_TURN;
}
