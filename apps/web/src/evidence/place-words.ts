/** Where a part of a document is; all numbers count from 1. */
interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly page?: number;
  readonly line?: number;
}

/**
 * The place of a part of a document in words.
 *
 * @param column - Heading of the column; `null` when it is no row of a table.
 * @returns Such as `sheet Costs, row 12, Amount` or `page 3`; `''` when nothing is known.
 */
export function placeInWords(
  { sheet, row, page, line }: Place,
  column: string | null = null,
): string {
  return [
    sheet === undefined ? null : `sheet ${sheet}`,
    page === undefined ? null : `page ${page}`,
    row === undefined ? null : `row ${row}`,
    line === undefined ? null : `line ${line}`,
    column,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
