import type { NumberStyle } from './number-format.rule.ts';

/** Significant digits that a spreadsheet calculates with and shows. */
const SPREADSHEET_DIGITS = 15;

/** Spreadsheets write a time without a date as a time of this day, or of the day after. */
const FIRST_DAYS = new Set(['1899-12-30', '1899-12-31']);

/** A sign that stands before a number without a space; codes and abbreviations have one. */
const SIGN = /^\p{Sc}$/u;

/**
 * A value of a cell as text: numbers without separators, with their currency or as a percentage
 * when the cell shows them so; dates as ISO 8601 dates, with the time when it is not midnight.
 * @param value as the workbook has it
 */
export function cellText(value: unknown, style: NumberStyle | null): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, style);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date && !Number.isNaN(value.getTime()) ? dateText(value) : '';
}

function numberText(value: number, style: NumberStyle | null): string {
  if (style?.kind === 'percent') return `${plain(value * 100)}%`;
  if (style === null) return plain(value);
  const gap = SIGN.test(style.sign) ? '' : ' ';
  return `${value < 0 ? '-' : ''}${style.sign}${gap}${plain(Math.abs(value))}`;
}

function plain(value: number): string {
  return String(Number(value.toPrecision(SPREADSHEET_DIGITS)));
}

function dateText(value: Date): string {
  // Times are fractions of a day; a rounded one is the one that was typed.
  const rounded = new Date(Math.round(value.getTime() / 1_000) * 1_000).toISOString();
  const date = rounded.slice(0, rounded.indexOf('T'));
  const time = rounded.slice(date.length + 1, date.length + 6);
  if (FIRST_DAYS.has(date)) return time;
  return time === '00:00' ? date : `${date} ${time}`;
}
