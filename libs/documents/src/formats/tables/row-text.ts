import type { DocumentCell } from '#contracts/model';
import { CELL_SEPARATOR, labelOf } from '../../cell-at.ts';
import { cleanText, piecesOf } from '../clean-text.ts';

/** A cell as a reader finds it; its text may be empty. */
export interface RowCell {
  /** Heading of the column; `null` when it has none. */
  readonly heading: string | null;
  /** Index of the column, from 0. */
  readonly index: number;
  readonly text: string;
}

/** A row, or a part of one that is too long. */
export interface RowText {
  readonly text: string;
  readonly cells: readonly DocumentCell[];
}

interface LabelledCell extends DocumentCell {
  /** The cell in the text of its row. */
  readonly shown: string;
}

/**
 * The text of a row: its cells with their headings.
 * @param length a longer row is split into several, a longer cell into several of one column
 */
export function rowsWithin(cells: readonly RowCell[], length: number): readonly RowText[] {
  const rows: RowText[] = [];
  let row: LabelledCell[] = [];
  let used = 0;
  for (const cell of cells.flatMap((each) => labelled(each, length))) {
    if (row.length > 0 && used + cell.shown.length > length) {
      rows.push(rowOf(row));
      row = [];
      used = 0;
    }
    row.push(cell);
    used += cell.shown.length + CELL_SEPARATOR.length;
  }
  return row.length === 0 ? rows : [...rows, rowOf(row)];
}

function labelled(cell: RowCell, length: number): readonly LabelledCell[] {
  const column = cell.heading ?? columnLetters(cell.index);
  const label = cell.heading === null ? '' : labelOf(cell.heading);
  const pieces = piecesOf(cleanText(cell.text), Math.max(1, length - label.length));
  return pieces.map((text) => ({ column, text, shown: label + text }));
}

function rowOf(cells: readonly LabelledCell[]): RowText {
  return {
    text: cells.map((cell) => cell.shown).join(CELL_SEPARATOR),
    cells: cells.map(({ column, text }) => ({ column, text })),
  };
}

/** The letters of a column as spreadsheets show them: `A`, `Z`, `AA`. @param index from 0 */
export function columnLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
