import type { Passage, SourceLine } from '#contracts/model';
import { linesBefore } from './context-lines.ts';

/** A passage, and where its lines are in the source. */
export interface PlacedPassage {
  readonly passage: Passage;
  /** Index of its first line in the source. */
  readonly firstLine: number;
}

/**
 * Cuts a source into passages. A line that is added at the end changes the last passage only: each
 * passage takes lines from the start for as long as they fit.
 * @param maxCharacters maximum length of the lines of a passage of more than one line
 */
export function passagesOf(
  lines: readonly SourceLine[],
  maxCharacters: number,
): readonly PlacedPassage[] {
  const starts = firstLines(lines, maxCharacters);
  return starts.map((firstLine, at) => ({
    firstLine,
    passage: {
      before: linesBefore(lines, firstLine),
      lines: lines.slice(firstLine, starts[at + 1] ?? lines.length),
    },
  }));
}

/** Indices of the lines with which passages start. */
function firstLines(lines: readonly SourceLine[], maxCharacters: number): readonly number[] {
  const starts: number[] = [];
  let length = Infinity;
  for (const [at, line] of lines.entries()) {
    length += lengthOf(line);
    if (length <= maxCharacters) continue;
    starts.push(at);
    length = lengthOf(line);
  }
  return starts;
}

/** One more than its characters, so that empty lines fill a passage too. */
function lengthOf({ text }: SourceLine): number {
  return text.length + 1;
}
