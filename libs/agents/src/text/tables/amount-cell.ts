import type { Cell } from './cells.ts';
import {
  isAmountHeading,
  isGrossHeading,
  isNetHeading,
  isOfferHeading,
  isTaxHeading,
  isUnitPriceHeading,
} from './headings.ts';

/** "1.450,00 €", "EUR 900", "3,000": an amount and nothing else. */
const ONLY_AMOUNT =
  /^[^\p{L}\d]{0,3}(?:[A-Z]{3}\s)?[-−(]?\d[\d.,'’\s]{0,20}\)?\s?(?:\p{Sc}|\p{L}{3,6})?$/u;

/** Whether a cell states an amount of money, by its heading, and its text where that may be a name. */
export function isAmountCell({ heading, text }: Pick<Cell, 'heading' | 'text'>): boolean {
  return isAmountHeading(heading) || (isOfferHeading(heading) && ONLY_AMOUNT.test(text));
}

/** Amounts without the prices of one piece and those before tax, where the row has another amount. */
export function withoutParts(cells: readonly Cell[]): readonly Cell[] {
  return withoutSome(withoutSome(cells, isUnitPriceHeading), isBeforeTax);
}

function withoutSome(cells: readonly Cell[], isPart: (heading: string) => boolean) {
  const others = cells.filter(({ heading }) => !isPart(heading));
  return others.some(({ text }) => /\d/.test(text)) ? others : cells;
}

function isBeforeTax(heading: string): boolean {
  return (isNetHeading(heading) || isTaxHeading(heading)) && !isGrossHeading(heading);
}

/** Whether an amount is without the tax that another cell of its row states. */
export function lacksTax({ heading }: Cell, cells: readonly Cell[]): boolean {
  return isNetHeading(heading) && cells.some((cell) => isTaxHeading(cell.heading));
}

/** "450.00", "1.450,00 €", "EUR 900": money by its form, whatever its column is called. */
const MONEY_FORM =
  /^[^\p{L}\d]{0,3}[-−(]?(?:(?:[A-Z]{3}|\p{Sc})\s?\d[\d.,'’\s]{0,20}|\d[\d.,'’\s]{0,20}\s?(?:[A-Z]{3}|\p{Sc})|\d[\d.,'’\s]{0,16}[.,]\d\d)\)?$/u;

/** The last cell that looks like money, of a row whose columns do not say which one is. */
export function cellLikeMoney(cells: readonly Cell[]): Cell | undefined {
  return cells.findLast(
    ({ heading, text }) => !isTaxHeading(heading) && text.length < 32 && MONEY_FORM.test(text),
  );
}
