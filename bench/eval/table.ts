/** A row of a table: what it is about, and a cell for each column. */
export type Row = readonly [title: string, ...cells: readonly string[]];

/** A table for people: the first column at the left, the others at the right, each as wide as it has to be. */
export function table(rows: readonly Row[]): string {
  const widths = rows.reduce<number[]>((widest, row) => {
    for (const [at, cell] of row.entries()) widest[at] = Math.max(widest[at] ?? 0, cell.length);
    return widest;
  }, []);
  const padded = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd()).join('\n');
}

/** A share as a percentage; a dash where there is nothing to divide by. */
export function percent(part: number, whole = 1): string {
  return whole === 0 || Number.isNaN(part) ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A number with two digits after the point; a dash for none. */
export function decimal(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(2);
}

/** ROUGE as it is usually printed: hundred times, with one digit. */
export function points(value: number): string {
  return Number.isNaN(value) ? '–' : (100 * value).toFixed(1);
}
