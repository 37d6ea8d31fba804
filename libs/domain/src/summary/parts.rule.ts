import type { SpokenText } from '#contracts/model';

/**
 * Splits turns into consecutive parts that an engine can read, so that a summary covers a
 * conversation of any length. Nothing is left out: a turn that is too long for one part is split
 * between words.
 * @param turns in order
 * @param maxCharacters maximum length of a part: its speakers and texts, in UTF-16 code units
 * @returns at least one part, which is empty only when there are no turns
 */
export function summaryParts<Turn extends SpokenText>(
  turns: readonly Turn[],
  maxCharacters: number,
): readonly (readonly Turn[])[] {
  const parts: Turn[][] = [[]];
  let filled = 0;
  for (const piece of turns.flatMap((turn) => cutTurn(turn, maxCharacters))) {
    const length = lengthOf(piece);
    const fits = filled + length <= maxCharacters;
    if (fits) parts.at(-1)?.push(piece);
    else parts.push([piece]);
    filled = fits ? filled + length : length;
  }
  return parts.filter((part, index) => part.length > 0 || (index === 0 && parts.length === 1));
}

function lengthOf({ speaker, text }: SpokenText): number {
  return speaker.length + text.length;
}

function cutTurn<Turn extends SpokenText>(turn: Turn, maxCharacters: number): readonly Turn[] {
  if (lengthOf(turn) <= maxCharacters) return [turn];
  const room = Math.max(1, maxCharacters - turn.speaker.length);
  const pieces: Turn[] = [];
  for (let rest = turn.text; rest !== '';) {
    const end = rest.length <= room ? rest.length : cutAt(rest, room);
    pieces.push({ ...turn, text: rest.slice(0, end).trimEnd() });
    rest = rest.slice(end).trimStart();
  }
  return pieces;
}

/** Between two words if possible. Never inside a surrogate pair, unless only one unit fits. */
function cutAt(text: string, room: number): number {
  const space = text.lastIndexOf(' ', room);
  if (space > 0) return space;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(room - 1));
  return splitsPair && room > 1 ? room - 1 : room;
}
