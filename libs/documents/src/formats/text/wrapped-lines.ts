/** A line of a text that was broken into lines for reading. */
export interface TextLine {
  readonly text: string;
  /** How wide it is, in any unit that the lines share. */
  readonly width: number;
}

/** Share of the widest line that a line fills when it was broken because the next word did not fit. */
const FULL_SHARE = 0.75;

/** Lines of fewer characters are entries of a list, not broken prose. */
const MIN_PROSE_CHARACTERS = 45;

const LIST_MARK = /^(?:[-*+•–—▪◦·]|\(?\d{1,3}[.)]|\(?\p{L}[.)]|\[[ xX]\])\s/u;

/**
 * Joins the lines that belong to one sentence or paragraph; a line that ends early ends it.
 * @param lines of one block, none of them blank
 * @returns the lines of each paragraph, in their order
 */
export function paragraphsOf<Line extends TextLine>(
  lines: readonly Line[],
): readonly (readonly Line[])[] {
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const paragraphs: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const current = paragraphs.at(-1);
    if (current !== undefined && isOpen && !LIST_MARK.test(line.text)) current.push(line);
    else paragraphs.push([line]);
    isOpen = line.width >= widest * FULL_SHARE && line.text.length >= MIN_PROSE_CHARACTERS;
  }
  return paragraphs;
}
