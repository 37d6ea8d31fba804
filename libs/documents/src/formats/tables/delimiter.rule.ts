import { parseCsv } from './parse-csv.ts';

/**
 * What separates the cells of CSV. Of two that fit alike, the first: a comma is also a decimal mark,
 * and stands in sentences.
 */
const CANDIDATES = ['\t', ';', '|', ','] as const;
type Delimiter = (typeof CANDIDATES)[number];

const COMPARED_CHARACTERS = 64 * 1024;
const COMPARED_ROWS = 60;

/**
 * The delimiter of a file: the one that cuts the most rows into the same number of cells, two or more.
 * The rows that have none count too, so that decimal commas below headings without any do not win.
 * @returns a comma for a file of one column
 */
export function delimiterOf(text: string): Delimiter {
  const start = firstLines(text);
  let best: { readonly delimiter: Delimiter; readonly rows: number } = { delimiter: ',', rows: 0 };
  for (const delimiter of CANDIDATES) {
    const rows = agreeingRows(start, delimiter);
    if (rows > best.rows) best = { delimiter, rows };
  }
  return best.delimiter;
}

/** Whole lines of the beginning, unless its first line is longer. */
function firstLines(text: string): string {
  const start = text.slice(0, COMPARED_CHARACTERS);
  const end = start.length < text.length ? start.lastIndexOf('\n') : -1;
  return end > 0 ? start.slice(0, end) : start;
}

/** How many rows have the most frequent number of cells above one. */
function agreeingRows(text: string, delimiter: Delimiter): number {
  const { rows } = parseCsv(text, { delimiter, maxRows: COMPARED_ROWS });
  const counts = new Map<number, number>();
  for (const { length } of rows) {
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
