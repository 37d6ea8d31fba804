import type { MoneyValue } from '#contracts/model';
import { overlap, type TextRange } from '../../evidence/text-range.ts';
import { findAmounts, type FoundAmount } from '../amounts.ts';
import { isAmountCell } from './amount-cell.ts';
import { type Cell, cellsOf } from './cells.ts';
import { isCurrencyHeading } from './headings.ts';

/** The money of a cell. A negative amount has its sign apart from its value. */
export interface CellMoney extends TextRange {
  readonly value: MoneyValue;
  readonly isNegative: boolean;
}

/**
 * The money in a cell. Its currency is the one of the cell, of the column of currencies, of its
 * heading, or of the project, in this order. Parentheses and a minus make it negative.
 * @param cells all cells of its row
 * @param ofProject ISO 4217
 */
export function moneyInCell(
  cell: Cell,
  cells: readonly Cell[],
  ofProject: string,
): CellMoney | null {
  const currency = currencyOf(cell, cells) ?? ofProject;
  // A plus before digits would be a telephone number.
  const found = findAmounts(
    withThousands(cell.text.replace(/^\+(?=\s?[\d€$£])/, ' ')),
    currency,
  )[0];
  const value = found === undefined ? null : asMoney(found, currency);
  if (found === undefined || value === null) return null;
  const isSigned = value.amount.startsWith('-') || isAccountingNegative(cell.text);
  return {
    value: { ...value, amount: value.amount.replace(/^-/, '') },
    isNegative: isSigned,
    ...{ start: cell.start + found.start, end: cell.start + found.end },
  };
}

/** "1.000" is a thousand: money has no three decimals. As long as the text. */
function withThousands(text: string): string {
  return text.replace(/(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,])/, '$1,$2');
}

/** The amounts in the cells of a row, each in the currency that its row or heading names. */
export function rowAmounts(text: string, ofProject: string): readonly FoundAmount[] {
  const cells = cellsOf(text);
  const money = cells
    .filter(isAmountCell)
    .flatMap((cell) => moneyInCell(cell, cells, ofProject) ?? [])
    .map(({ value, start, end }) => ({
      ...{ value, start, end, approximate: false },
      bound: 'exact' as const,
    }));
  const others = findAmounts(text, ofProject).filter(
    (found) => !money.some((amount) => overlap(amount, found)),
  );
  return [...money, ...others].toSorted((one, other) => one.start - other.start);
}

function asMoney({ value }: FoundAmount, currency: string): MoneyValue | null {
  if (value.kind === 'money') return value;
  return value.kind === 'quantity' ? { kind: 'money', amount: value.quantity, currency } : null;
}

/** "(120.50)", "120.50-", "€ (120.50)" */
function isAccountingNegative(text: string): boolean {
  return /^[^\p{L}\d(]{0,4}\([^()]{1,30}\)/u.test(text) || /^[-−–]|[-−]$/u.test(text);
}

function currencyOf({ heading }: Cell, cells: readonly Cell[]): string | null {
  const named = cells.find((cell) => isCurrencyHeading(cell.heading))?.text;
  return currencyIn(named ?? '') ?? currencyIn(heading);
}

/** The currency that a text names, such as "GBP", "£" or "pounds". */
function currencyIn(text: string): string | null {
  const words = text.match(/[€£¥₹₩$]|[\p{L}]{2,12}/gu)?.slice(0, 8) ?? [];
  for (const word of words) {
    const value = findAmounts(/\p{L}/u.test(word) ? `1 ${word}` : `${word}1`, '')[0]?.value;
    if (value?.kind === 'money' && value.currency !== '') return value.currency;
  }
  return null;
}
