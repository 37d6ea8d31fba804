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
 * @returns Such as `sheet Costs, row 12` or `page 3`; `''` when nothing is known.
 */
export function placeInWords({ sheet, row, page, line }: Place): string {
  return [
    sheet === undefined ? null : `sheet ${sheet}`,
    page === undefined ? null : `page ${page}`,
    row === undefined ? null : `row ${row}`,
    line === undefined ? null : `line ${line}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
