import { type Cell } from '../../../text/tables/cells.ts';
import { isAmountCell } from '../../../text/tables/amount-cell.ts';

/** A cell that only says that its row adds up others, or carries a balance on. */
const TOTAL = new RegExp(
  `^(?:${[
    '(?:grand |sub[- ]?|net |gross |overall )?totals?(?: (?:expenses|costs|spent|spending|amount|sum|paid|net|gross|income|for .{1,30}))?',
    'sum|(?:opening|closing|starting|ending) balance|balance(?: (?:carried|brought) (?:forward|down))?|(?:carried|brought) forward',
    '(?:end|gesamt|zwischen|teil)?summe(?: (?:netto|brutto|ausgaben|kosten))?|gesamt(?:betrag|kosten|ausgaben)?|insgesamt|übertrag|saldo(?:vortrag)?|anfangssaldo|endsaldo',
    '(?:sous[- ]?)?total(?: (?:général|des dépenses|ttc|ht))?|somme|solde(?: (?:initial|final))?|report(?: à nouveau)?',
    '(?:sub)?total(?: (?:general|gastos|de gastos))?|suma(?: y sigue)?|saldo(?: (?:inicial|final|anterior))?|importe total',
  ].join('|')})\\s{0,3}(?:\\([^)]{1,12}\\))?\\s{0,3}[:.=]?$`,
  'iu',
);

/** Whether a row says that it is a total, a subtotal or a balance. */
export function isTotalRow(cells: readonly Cell[]): boolean {
  return cells.some(
    (cell) => !isAmountCell(cell) && cell.text.length < 60 && TOTAL.test(cell.text),
  );
}

/** An earlier row of the same table, as far as a sum needs it. */
export interface AddedRow {
  /** In hundredths, by heading. */
  readonly cents: ReadonlyMap<string, number>;
  readonly hasDay: boolean;
  readonly hasName: boolean;
}

/** Whether the amount of a row is the sum of those above it in its column. */
export function isSumOf(above: readonly AddedRow[], row: AddedRow, heading: string): boolean {
  const cents = row.cents.get(heading);
  if (cents === undefined || above.length < 2) return false;
  return cents === above.reduce((sum, each) => sum + (each.cents.get(heading) ?? 0), 0);
}

/** Whether a row has no date or no name where all rows above it have one. */
export function lacksWhatOthersHave(above: readonly AddedRow[], row: AddedRow): boolean {
  const lacksDay = !row.hasDay && above.every(({ hasDay }) => hasDay);
  return lacksDay || (!row.hasName && above.every(({ hasName }) => hasName));
}
