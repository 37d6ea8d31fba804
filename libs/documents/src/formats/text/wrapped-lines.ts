/** A line of a text that was broken into lines for reading. */
export interface TextLine {
  readonly text: string;
  /** How wide it is, in any unit that the lines share. */
  readonly width: number;
}

/** Tolerance of the width that lines may have, as a share of the widest one. */
const SLACK_SHARE = 0.02;

/** Lines of fewer characters are entries of a list, not broken prose. */
const MIN_PROSE_CHARACTERS = 45;

const LIST_MARK = /^(?:[-*+•–—▪◦·]|\(?\d{1,3}[.)]|\(?\p{L}[.)]|\[[ xX]\])\s/u;

/**
 * Joins the lines that belong to one paragraph. A line on which the next word would have had
 * room ends its paragraph.
 * @param lines of one block, none of them blank
 * @returns the lines of each paragraph, in their order
 */
export function paragraphsOf<Line extends TextLine>(
  lines: readonly Line[],
): readonly (readonly Line[])[] {
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const paragraphs: Line[][] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const isJoined =
      previous !== null && !LIST_MARK.test(line.text) && isFull(previous, line, widest);
    if (isJoined) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
    previous = line;
  }
  return paragraphs;
}

/** Whether the first word of the next line did not fit on a line. */
function isFull(line: TextLine, next: TextLine, widest: number): boolean {
  if (line.text.length < MIN_PROSE_CHARACTERS) return false;
  const wordCharacters = next.text.indexOf(' ') + 1 || next.text.length + 1;
  const wordWidth = (line.width / line.text.length) * wordCharacters;
  return line.width + wordWidth > widest * (1 - SLACK_SHARE);
}
