import { segmentsWithin, type SegmentStart, type SpokenText } from '#contracts/model';

/** A turn that is to be summarised. */
interface ReadTurn extends SpokenText {
  /** Where its segments begin in the text; absent when it was typed. */
  readonly segments?: readonly SegmentStart[];
}

/** A turn of a part, or a piece of one. */
export type PartTurn<Turn extends ReadTurn> = Turn & {
  /** Set where a long turn was cut: the piece goes on with the turn before it. */
  readonly continues?: true;
};

/** Where a part may end: from this share of its length on. */
const FULL_ENOUGH = 0.65;

/**
 * Splits turns into consecutive parts that an engine can read, so that a summary covers a
 * conversation of any length. Nothing is left out: a turn that is too long for one part is split
 * between words.
 *
 * Parts stay the same where the text does, because what was made of them is used again. A turn that is
 * added at the end changes the last part only. When a turn changes its length, the parts after it soon
 * begin where they began before: of the places where a part may end, the one is taken whose number is
 * divisible by two most often, and such a place is found from any start that is near.
 * @param turns in order
 * @param maxCharacters maximum length of a part: its speakers and texts, in UTF-16 code units
 * @param maxWhole a conversation up to this length is one part
 * @returns at least one part, which is empty only when there are no turns
 */
export function summaryParts<Turn extends ReadTurn>(
  turns: readonly Turn[],
  maxCharacters: number,
  maxWhole: number = maxCharacters,
): readonly (readonly PartTurn<Turn>[])[] {
  if (spokenLength(turns) <= maxWhole) return [turns];
  const cut = cutParts(turns, { firstNumber: 0, maxCharacters, isEnd: true });
  return cut.length === 0 ? [[]] : cut.map(({ pieces }) => pieces);
}

/** A part of consecutive turns, by their indexes among the turns that were cut. */
export interface CutPart<Turn extends ReadTurn> {
  readonly pieces: readonly PartTurn<Turn>[];
  readonly from: number;
  /** The turn with which the next part begins, or goes on with a piece of it. */
  readonly to: number;
  /** Whether it begins and ends between two turns. */
  readonly isWhole: boolean;
  /** The last turn that was looked at to find its end; `null` where the turns end. */
  readonly lookedAt: number | null;
}

/** Turns from somewhere in a conversation on. */
export interface CutTurns {
  /** How many turns are before them. */
  readonly firstNumber: number;
  /** Maximum length of a part: see {@link summaryParts}. */
  readonly maxCharacters: number;
  /** Whether the conversation ends with them. */
  readonly isEnd: boolean;
}

/**
 * Cuts turns as {@link summaryParts} does, from any place on at which a part of the whole conversation begins.
 * @returns the parts whose ends these turns tell: the last ones are missing if the turns go on
 */
export function cutParts<Turn extends ReadTurn>(
  turns: readonly Turn[],
  { firstNumber, maxCharacters, isEnd }: CutTurns,
): readonly CutPart<Turn>[] {
  const places = turns.flatMap((turn, index) =>
    placesOf(turn, { index, number: firstNumber + index }, maxCharacters),
  );
  const parts: CutPart<Turn>[] = [];
  for (let start = 0; start < places.length;) {
    const { end, lookedAt } = endOfPart(places, start, maxCharacters);
    if (lookedAt === null && !isEnd) break;
    parts.push(cutPart(places, { start, end, lookedAt }, turns.length));
    start = end;
  }
  return parts;
}

/** The length of turns by which they are cut: their speakers and texts, in UTF-16 code units. */
export function spokenLength(turns: readonly SpokenText[]): number {
  return turns.reduce((sum, turn) => sum + lengthOf(turn), 0);
}

/** Where a part is among the places. */
interface Extent {
  readonly start: number;
  readonly end: number;
  /** The place that ended it. */
  readonly lookedAt: number | null;
}

function cutPart<Turn extends ReadTurn>(
  places: readonly Place<Turn>[],
  { start, end, lookedAt }: Extent,
  turnCount: number,
): CutPart<Turn> {
  const isBetween = (at: number) => places[at]?.piece.continues !== true;
  return {
    pieces: places.slice(start, end).map(({ piece }) => piece),
    from: places[start]?.index ?? turnCount,
    to: places[end]?.index ?? turnCount,
    isWhole: isBetween(start) && isBetween(end),
    lookedAt: lookedAt === null ? null : (places[lookedAt]?.index ?? null),
  };
}

/** A turn or a piece of one, and how well a part may begin with it. */
interface Place<Turn extends ReadTurn> {
  readonly piece: PartTurn<Turn>;
  readonly rank: number;
  /** Of its turn. */
  readonly index: number;
}

function placesOf<Turn extends ReadTurn>(
  turn: Turn,
  { index, number }: { readonly index: number; readonly number: number },
  maxCharacters: number,
): readonly Place<Turn>[] {
  return cutTurn(turn, maxCharacters).map((piece) => ({
    piece,
    rank: piece.continues === true ? -1 : timesDivisible(number),
    index,
  }));
}

/**
 * The index after the last piece of the part that begins at an index, and the index of the place that ended it, or
 * `null` where the places do.
 */
function endOfPart<Turn extends ReadTurn>(
  places: readonly Place<Turn>[],
  start: number,
  maxCharacters: number,
): Omit<Extent, 'start'> {
  let filled = 0;
  let best: { readonly at: number; readonly rank: number } | null = null;
  for (let at = start; at < places.length; at += 1) {
    const place = places[at];
    if (place === undefined) break;
    const { piece, rank } = place;
    const mayBegin = at > start && filled >= maxCharacters * FULL_ENOUGH;
    if (mayBegin && rank >= (best?.rank ?? rank)) best = { at, rank };
    filled += lengthOf(piece);
    if (at > start && filled > maxCharacters) return { end: best?.at ?? at, lookedAt: at };
  }
  return { end: places.length, lookedAt: null };
}

/** How often an index is divisible by two; the first is so most often. */
function timesDivisible(index: number): number {
  return index === 0 ? 32 : 31 - Math.clz32(index & -index);
}

function lengthOf({ speaker, text }: SpokenText): number {
  return speaker.length + text.length;
}

function cutTurn<Turn extends ReadTurn>(
  turn: Turn,
  maxCharacters: number,
): readonly PartTurn<Turn>[] {
  if (lengthOf(turn) <= maxCharacters) return [turn];
  const room = Math.max(1, maxCharacters - turn.speaker.length);
  const pieces: PartTurn<Turn>[] = [];
  for (let from = 0; from < turn.text.length;) {
    const end = from + cutAt(turn.text.slice(from, from + room + 1), room);
    const piece = { ...turn, ...pieceOf(turn, from, end) };
    pieces.push(pieces.length === 0 ? piece : { ...piece, continues: true });
    from = end + spacesAt(turn.text, end);
  }
  return pieces;
}

/** The text of a turn between two indexes, with the segments that it touches. */
function pieceOf(
  { text, segments }: ReadTurn,
  from: number,
  end: number,
): Omit<ReadTurn, 'speaker'> {
  const piece = text.slice(from, end).trimEnd();
  if (segments === undefined) return { text: piece };
  const touched = segmentsWithin(segments, from, from + piece.length);
  const starts = touched.map((start) => ({ ...start, from: Math.max(0, start.from - from) }));
  return { text: piece, segments: starts };
}

/** Number of spaces from an index on. */
function spacesAt(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charAt(end).trim() === '') end += 1;
  return end - from;
}

/**
 * Length of the next piece: between two words if possible, and never inside a surrogate pair, unless
 * only one unit fits.
 */
function cutAt(text: string, room: number): number {
  if (text.length <= room) return text.length;
  const space = text.lastIndexOf(' ', room);
  if (space > 0) return space;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(room - 1));
  return splitsPair && room > 1 ? room - 1 : room;
}
