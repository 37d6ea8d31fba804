import type { Cell } from './cells.ts';
import { isAmountHeading, isOfferHeading, isUnitPriceHeading } from './headings.ts';

/** "1.450,00 €", "EUR 900", "3,000": an amount and nothing else. */
const ONLY_AMOUNT =
  /^[^\p{L}\d]{0,3}(?:[A-Z]{3}\s)?[-−(]?\d[\d.,'’\s]{0,20}\)?\s?(?:\p{Sc}|\p{L}{3,6})?$/u;

/** Whether a cell states an amount of money, by its heading, and its text where that may be a name. */
export function isAmountCell({ heading, text }: Pick<Cell, 'heading' | 'text'>): boolean {
  return isAmountHeading(heading) || (isOfferHeading(heading) && ONLY_AMOUNT.test(text));
}

/** Amounts without the prices of one piece, where the row has another amount. */
export function withoutUnitPrices(cells: readonly Cell[]): readonly Cell[] {
  const others = cells.filter(({ heading }) => !isUnitPriceHeading(heading));
  return others.some(({ text }) => /\d/.test(text)) ? others : cells;
}
