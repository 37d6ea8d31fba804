import type { Figure } from '../api/types.ts';
import type { KeyedRow, KeyedTable, TableColumn } from './keyed-table.ts';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Formats a cell by RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe
 * before it; numbers stay as they are.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Formats a table as CSV. Numbers are plain; their currency or unit is in the heading of the column,
 * or in a column of its own when a column has several.
 */
export function csvOf({ columns, rows }: KeyedTable): string {
  const isGrouped = rows.some(({ group }) => group !== null);
  const written = [
    ...(isGrouped ? [{ heading: 'Group', cell: ({ group }: KeyedRow) => group ?? '' }] : []),
    ...columns.flatMap((column) => writtenColumns(column, rows)),
  ];
  const lines = [
    written.map(({ heading }) => heading),
    ...rows.map((row) => written.map(({ cell }) => cell(row))),
  ];
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

interface WrittenColumn {
  readonly heading: string;
  readonly cell: (row: KeyedRow) => string;
}

function writtenColumns(
  { key, label }: TableColumn,
  rows: readonly KeyedRow[],
): readonly WrittenColumn[] {
  const valueOf = ({ cells }: KeyedRow) => cells[key]?.figure.value ?? null;
  const units = [...new Set(rows.map((row) => unitOf(valueOf(row))))].filter((unit) => unit !== '');
  const cell = (row: KeyedRow) => plainText(valueOf(row));
  const [unit] = units;
  if (unit === undefined) return [{ heading: label, cell }];
  if (units.length === 1) return [{ heading: `${label} (${unit})`, cell }];
  return [
    { heading: label, cell },
    { heading: `${label}: unit`, cell: (row) => unitOf(valueOf(row)) },
  ];
}

/** What a number is of: a currency, or a unit such as `ticket`; `''` for other values. */
function unitOf(value: Figure['value']): string {
  if (value?.kind === 'quantity') return value.unit;
  if (value?.kind !== 'money') return '';
  return value.per === undefined ? value.currency : `${value.currency} a ${value.per}`;
}

function plainText(value: Figure['value']): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'money':
      return value.upTo === undefined ? value.amount : `${value.amount} to ${value.upTo}`;
    case 'percent':
      return `${value.percent}%`;
    case 'quantity':
      return value.quantity;
    case 'date':
      return value.on.precision === 'day' ? value.on.date : datePart(value.on);
    case 'text':
      return value.text;
  }
}

function datePart({ date, precision }: { date: string; precision: string }): string {
  return precision === 'year' ? date.slice(0, 4) : date.slice(0, 7);
}
