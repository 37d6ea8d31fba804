import type { DocumentPart } from '#contracts/model';

/** Between two cells in the text of a row. */
export const CELL_SEPARATOR = ' · ';

/** What precedes a cell in the text of its row. */
export function labelOf(heading: string): string {
  return `${heading}: `;
}

/**
 * The cell of a row in which a character of its text is.
 * @param position index in `part.text`
 * @returns the column; `null` between two cells, outside the text, and in a part that is no row
 */
export function cellAt(
  part: Pick<DocumentPart, 'text' | 'cells'>,
  position: number,
): string | null {
  let start = 0;
  for (const cell of part.cells ?? []) {
    const labelled = labelOf(cell.column) + cell.text;
    const shown = part.text.startsWith(labelled, start) ? labelled : cell.text;
    const end = start + shown.length;
    if (position >= start && position < end) return cell.column;
    start = end + CELL_SEPARATOR.length;
  }
  return null;
}
