import type { FigureValue } from './figure-words.ts';
import type { KeyedRow } from './keyed-table.ts';

/** By which column rows are sorted. */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows under one heading. */
export interface RowGroup {
  /** `null` for rows without a heading. */
  readonly name: string | null;
  readonly rows: readonly KeyedRow[];
}

/**
 * Sorts the rows of each group; rows without a value come last in both directions.
 *
 * @param rows - The rows, in their own order.
 * @param sorting - `null` for the own order.
 * @returns The groups, in the order of their first rows.
 */
export function groupsOf(rows: readonly KeyedRow[], sorting: Sorting | null): readonly RowGroup[] {
  const byName = new Map<string | null, KeyedRow[]>();
  for (const row of rows) {
    const known = byName.get(row.group);
    if (known === undefined) byName.set(row.group, [row]);
    else known.push(row);
  }
  return [...byName].map(([name, ofGroup]) => ({ name, rows: sorted(ofGroup, sorting) }));
}

/** The sorting after a press on the heading of a column: ascending, descending, own order. */
export function nextSorting(current: Sorting | null, column: string): Sorting | null {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? null : { column, descending: true };
}

function sorted(rows: readonly KeyedRow[], sorting: Sorting | null): readonly KeyedRow[] {
  if (sorting === null) return rows;
  const valueOf = ({ cells }: KeyedRow) => cells[sorting.column]?.figure.value ?? null;
  const sign = sorting.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}

function compare(a: FigureValue, b: FigureValue): number {
  const [left, right] = [sortKeyOf(a), sortKeyOf(b)];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'en', { numeric: true });
}

/** Exact enough to sort by; amounts are shown from their text. */
function sortKeyOf(value: FigureValue): string | number {
  switch (value.kind) {
    case 'money':
      return Number(value.amount);
    case 'percent':
      return Number(value.percent);
    case 'quantity':
      return Number(value.quantity);
    case 'date':
      return value.on.date;
    case 'text':
      return value.text;
  }
}
