import type { DocumentPlace } from '#contracts/model';
import { cleanText } from '../clean-text.ts';
import type { PartSink } from '../part-sink.ts';
import { headingRow } from './heading-row.rule.ts';

/** Rows of a block in which its headings are looked for. */
const SEARCHED_ROWS = 24;
/** A heading is repeated in every row; a longer one is cut. */
const MAX_HEADING_CHARACTERS = 80;

type Row = readonly string[];

/**
 * Reads the rows of a sheet. Empty rows separate blocks, each of which may have headings of its
 * own; a block without continues under those above it.
 * @param placeOf the place of a row, by its index
 */
export function readTable(
  rows: readonly Row[],
  placeOf: (index: number) => DocumentPlace,
  sink: PartSink,
): void {
  let headings: readonly (string | null)[] | null = null;
  let headingIndex: number | null = null;
  let isBlockStart = true;
  for (const [index, row] of rows.entries()) {
    if (isEmpty(row)) {
      isBlockStart = true;
      continue;
    }
    if (isBlockStart) {
      headingIndex = headingOfBlock(rows, index, headings !== null);
      // What stands above the headings of a block, such as its title, has none.
      if (headingIndex !== null) headings = null;
    }
    isBlockStart = false;
    if (index === headingIndex) headings = headingsOf(row);
    const shown = index === headingIndex ? null : headings;
    sink.row(placeOf(index), cellsOf(row, shown));
  }
}

/** Index of the headings in `rows`, for the block that starts at `start`. */
function headingOfBlock(rows: readonly Row[], start: number, hasHeadings: boolean): number | null {
  const block: Row[] = [];
  for (const row of rows.slice(start, start + SEARCHED_ROWS)) {
    if (isEmpty(row)) break;
    block.push(row.map((cell) => cell.trim()));
  }
  const index = headingRow(block, hasHeadings ? 'clear' : 'likely');
  return index === null ? null : start + index;
}

function headingsOf(row: Row): readonly (string | null)[] {
  return row.map((cell) => cleanText(cell).slice(0, MAX_HEADING_CHARACTERS).trim() || null);
}

function cellsOf(row: Row, headings: readonly (string | null)[] | null) {
  return row.map((text, index) => ({ heading: headings?.[index] ?? null, index, text }));
}

function isEmpty(row: Row): boolean {
  return row.every((cell) => cell.trim() === '');
}
