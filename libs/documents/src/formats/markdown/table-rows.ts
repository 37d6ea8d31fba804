import type { Tokens } from 'marked';
import { cleanText } from '../clean-text.ts';
import type { RowCell } from '../tables/row-text.ts';
import { inlineText } from './inline-text.ts';

/** The headings of a table; `null` for a column that has none. */
export function headingsOfTable(table: Tokens.Table): readonly (string | null)[] {
  return table.header.map((cell) => cleanText(inlineText(cell.tokens)) || null);
}

/** The cells of a row with their headings. */
export function cellsOfRow(
  row: readonly Tokens.TableCell[],
  headings: readonly (string | null)[],
): readonly RowCell[] {
  return row.map((cell, index) => ({
    heading: headings[index] ?? null,
    index,
    text: inlineText(cell.tokens),
  }));
}
