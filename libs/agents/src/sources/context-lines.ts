import type { SourceLine } from '#contracts/model';

/** Maximum number of lines before a passage that are its context. */
const MAX_LINES = 4;

/** Maximum number of characters of all of them. */
const MAX_CHARACTERS = 1_000;

/**
 * The last lines before a line, as the context of a passage. The earliest of them is cut at its
 * start when they are too long.
 */
export function linesBefore(lines: readonly SourceLine[], firstLine: number): SourceLine[] {
  const context: SourceLine[] = [];
  let left = MAX_CHARACTERS;
  for (const line of lines.slice(Math.max(0, firstLine - MAX_LINES), firstLine).reverse()) {
    if (left <= 0) break;
    context.unshift({ ...line, text: endOf(line.text, left) });
    left -= line.text.length;
  }
  return context;
}

/** The end of a text, without a half of a character that is stored in two. */
function endOf(text: string, maxCharacters: number): string {
  return text.slice(-maxCharacters).replace(/^[\uDC00-\uDFFF]/, '');
}
