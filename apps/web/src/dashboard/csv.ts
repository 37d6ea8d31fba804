import type { Figure } from '../api/types.ts';
import type { KeyedTable, TableColumn } from './keyed-table.ts';

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
 * Formats a table as CSV. Amounts are plain decimal numbers; their currency is in the heading of
 * the column, or in the cells when a column has several.
 */
export function csvOf({ columns, rows }: KeyedTable): string {
  const isGrouped = rows.some(({ group }) => group !== null);
  const currencies = columns.map((column) => currencyOf(column, rows));
  const header = columns.map(({ label }, index) => withCurrency(label, currencies[index] ?? null));
  const body = rows.map(({ group, cells }) => [
    ...(isGrouped ? [group ?? ''] : []),
    ...columns.map(({ key }, index) => {
      return plainText(cells[key]?.figure.value ?? null, (currencies[index] ?? null) === null);
    }),
  ]);
  const lines = [[...(isGrouped ? ['Group'] : []), ...header], ...body];
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

/** The only currency in a column; `null` when there is none, or more than one. */
function currencyOf({ key }: TableColumn, rows: KeyedTable['rows']): string | null {
  const values = rows.map(({ cells }) => cells[key]?.figure.value);
  const all = values.flatMap((value) => (value?.kind === 'money' ? value.currency : []));
  const [first = null, ...others] = new Set(all);
  return others.length === 0 ? first : null;
}

function withCurrency(label: string, currency: string | null): string {
  return currency === null ? label : `${label} (${currency})`;
}

function plainText(value: Figure['value'], withUnit: boolean): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'money': {
      const { amount, upTo, per, currency } = value;
      const words = [
        upTo === undefined ? amount : `${amount} to ${upTo}`,
        withUnit ? currency : '',
        per === undefined ? '' : `a ${per}`,
      ];
      return words.filter((word) => word !== '').join(' ');
    }
    case 'percent':
      return `${value.percent}%`;
    case 'quantity':
      return value.unit === '' ? value.quantity : `${value.quantity} ${value.unit}`;
    case 'date':
      return value.on.precision === 'day' ? value.on.date : datePart(value.on);
    case 'text':
      return value.text;
  }
}

function datePart({ date, precision }: { date: string; precision: string }): string {
  return precision === 'year' ? date.slice(0, 4) : date.slice(0, 7);
}
