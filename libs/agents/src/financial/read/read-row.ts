import type { FactDate, FactDraft, ReadingContext, SourceLine } from '#contracts/model';
import { findDates } from '../../text/dates.ts';
import { wordTest } from '../../text/standing/word-test.ts';
import { isAmountCell, withoutUnitPrices } from '../../text/tables/amount-cell.ts';
import { moneyInCell } from '../../text/tables/cell-money.ts';
import { type Cell, cellsOf } from '../../text/tables/cells.ts';
import {
  isAmountHeading,
  isDayHeading,
  isDueHeading,
  isPledgeHeading,
} from '../../text/tables/headings.ts';
import { categoryOf } from '../categories/category.rule.ts';
import { isStateCell, type PaymentState, paymentStateOf } from './payment-state.rule.ts';
import { rowFactOf } from './row-fact.rule.ts';
import type { Table } from './table.ts';
import { typeOf } from './type.rule.ts';

const isName = wordTest(
  'item|description|what|purpose|name|subject|position|details?|expense type|category|posten|beschreibung|zweck|bezeichnung|kategorie|libellé|objet|désignation|concepto|descripción|partida',
);
const isPerson = wordTest(
  'vendor|supplier|payee|paid by|who|owner|person|from|lieferant|anbieter|fournisseur|proveedor',
);
const isOfType = wordTest('type|kind|art|typ|tipo');

/** A row that is read. */
interface Row {
  readonly line: SourceLine;
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly table: Table;
  readonly reading: ReadingContext;
}

/**
 * Reads the amounts of a row by the headings of its cells. A row that adds up others has none.
 * @param isLast whether no row of the table comes after it
 */
export function readRow(
  line: SourceLine,
  index: number,
  table: Table,
  reading: ReadingContext,
  isLast: boolean,
): readonly FactDraft[] {
  const cells = cellsOf(line.text);
  const sum = table.next(line, isLast);
  if (sum === 'sum') return [];
  const row = { line, index, cells, table, reading };
  const amounts = cells.filter((cell) => isAmountCell(cell) && !isStateCell(cell));
  const drafts = withoutUnitPrices(amounts).flatMap((cell) => draftOf(cell, row) ?? []);
  return sum === 'none' ? drafts : drafts.map((draft) => ({ ...draft, certainty: 'possible' }));
}

function draftOf(cell: Cell, { line, index, cells, table, reading }: Row): FactDraft | null {
  const money = moneyInCell(cell, cells, reading.currency);
  if (money === null) return null;
  const state = paymentStateOf(cells);
  const label = cells.find(({ heading }) => isName(heading))?.text ?? otherText(cells);
  const day = dayCell(cells, state);
  const on = dateIn(day, line.date, table);
  const type = typeOfCell(cell, cells);
  const isPledge = isPledgeHeading(cell.heading);
  const fact = rowFactOf({ ...{ type, label, money, state, on, isPledge }, today: line.date });
  return {
    ...{ line: index, quote: line.text, label, value: money.value, on, ...fact },
    who: cells.find(({ heading }) => isPerson(heading))?.text ?? null,
    category: categoryOf(label, line.text, reading.categories),
    corrects: false,
  };
}

function typeOfCell({ heading }: Cell, cells: readonly Cell[]): string {
  const stated = cells.find((cell) => isOfType(cell.heading))?.text ?? '';
  const about = { amount: null, hasRate: false, isAhead: false, bound: 'exact' } as const;
  if (isPledgeHeading(heading)) return 'income';
  if (/^(?:credit|haben|gutschrift|crédit|abono|haber)/i.test(heading)) return 'income';
  if (/^(?:debit|lastschrift|débit|cargo|debe)/i.test(heading)) return 'expense';
  const hasCredit = cells.some((cell) => /^haben/i.test(cell.heading));
  if (/^soll/i.test(heading) && hasCredit) return 'expense';
  const words = [stated, heading];
  return (
    words.map((clause) => typeOf({ clause, ...about })).find((type) => type !== null) ?? 'expense'
  );
}

/** What is paid has its date; what is not has the day by which it is due. */
function dayCell(cells: readonly Cell[], state: PaymentState | null): Cell | undefined {
  const days = cells.filter(
    ({ heading, text }) => text !== '' && isDayHeading(heading) && !statesMoney(heading, text),
  );
  const due = days.find(({ heading }) => isDueHeading(heading));
  const other = days.find(({ heading }) => !isDueHeading(heading));
  return state === 'paid' ? other : (due ?? other);
}

/** "Amount due" is an amount, "Paid on" is a day. */
function statesMoney(heading: string, text: string): boolean {
  return isAmountHeading(heading) && !/\d[-./]\d{1,2}[-./]\d/.test(text);
}

function dateIn(cell: Cell | undefined, saidOn: string, { days }: Table): FactDate | null {
  return findDates(cell?.text ?? '', saidOn, days)[0]?.on ?? null;
}

function otherText(cells: readonly Cell[]): string {
  return (
    cells.find(({ heading, text }) => heading === '' && text !== '')?.text ?? cells[0]?.text ?? ''
  );
}
