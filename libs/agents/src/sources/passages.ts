import type { Passage, SourceLine } from '#contracts/model';

/** A passage, and where its lines are in the source. */
export interface PlacedPassage {
  readonly passage: Passage;
  /** Index of its first line in the source. */
  readonly firstLine: number;
}

/**
 * Cuts a source into passages. A line that is added at the end changes the last passage only.
 * @param maxCharacters maximum length of the lines of a passage of more than one line
 */
export function passagesOf(
  _lines: readonly SourceLine[],
  _maxCharacters: number,
): readonly PlacedPassage[] {
  return [];
}
