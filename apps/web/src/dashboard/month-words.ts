import type { FigureValue } from './figure-words.ts';

/** @param month - Such as `2026-11`. */
export function shortMonth(month: string): string {
  return inWords(month, { month: 'short' });
}

/** @param month - Such as `2026-11`. */
export function longMonth(month: string): string {
  return inWords(month, { month: 'long', year: 'numeric' });
}

/**
 * Formats a mark of an axis, such as `€12K`.
 *
 * @param sample - A value of the chart, whose currency the marks have.
 * @param value - The mark.
 */
export function compactLike(sample: FigureValue | null, value: number): string {
  const money =
    sample?.kind === 'money' ? { style: 'currency' as const, currency: sample.currency } : {};
  return new Intl.NumberFormat(undefined, {
    ...money,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(value);
}

function inWords(month: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return date.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
}
