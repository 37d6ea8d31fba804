import type { Figure } from '../api/types.ts';

/**
 * The size of a figure in a chart. It is for drawing only: what is shown is formatted from the
 * decimal text.
 *
 * @returns 0 for a figure without a number.
 */
export function sizeOf(figure: Figure | null): number {
  const value = figure?.value ?? null;
  if (value?.kind === 'money') return Number(value.amount);
  if (value?.kind === 'percent') return Number(value.percent);
  return value?.kind === 'quantity' ? Number(value.quantity) : 0;
}

/** What a figure is measured in; only figures with the same measure share a scale. */
export function measureOf(figure: Figure): string {
  const { value } = figure;
  if (value?.kind === 'money') return `${value.currency} ${value.per ?? ''}`;
  return value?.kind === 'quantity' ? `quantity ${value.unit}` : (value?.kind ?? '');
}
