import type { SourceLine } from '#contracts/model';
import type { TextRange } from '../../evidence/text-range.ts';
import { isCategoryHeading } from './headings.ts';

/** Between the cells of a row of a table. */
const SEPARATOR = ' · ';

/** A cell of a row; its range is that of its text, without its heading, in the line. */
export interface Cell extends TextRange {
  readonly heading: string;
  readonly text: string;
}

/** The cells of the text of a row, in their order. */
export function cellsOf(text: string): readonly Cell[] {
  let start = 0;
  return text.split(SEPARATOR).map((part) => {
    const from = start;
    start += part.length + SEPARATOR.length;
    return cellOf(part, from);
  });
}

function cellOf(part: string, from: number): Cell {
  const at = part.indexOf(': ');
  const skipped = at < 0 ? 0 : at + 2;
  return {
    heading: at < 0 ? '' : part.slice(0, at).trim(),
    text: part.slice(skipped).trim(),
    ...{ start: from + skipped, end: from + part.length },
  };
}

const MAX_CATEGORY_CHARACTERS = 40;

/** The category that a row states; `null` when it has no such column, or it is empty. */
export function statedCategory(cells: readonly Cell[]): string | null {
  const text = cells.find(({ heading }) => isCategoryHeading(heading))?.text ?? '';
  return /\p{L}/u.test(text) && text.length <= MAX_CATEGORY_CHARACTERS ? text : null;
}

/** Whether a line is a row of a table: cells with headings, that nobody said. */
export function isRow(line: SourceLine): boolean {
  return rowCells(line) !== null;
}

/** The cells of a line that is a row of a table; `null` for any other line. */
export function rowCells({ speaker, text }: SourceLine): readonly Cell[] | null {
  if (speaker !== null || !text.includes(SEPARATOR)) return null;
  const cells = cellsOf(text);
  return cells.some(({ heading }) => heading !== '') ? cells : null;
}
