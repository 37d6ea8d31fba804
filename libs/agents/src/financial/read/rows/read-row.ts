import type { FactDate, FactDraft, ReadingContext, SourceLine } from '#contracts/model';
import { findDates } from '../../../text/dates.ts';
import { wordTest } from '../../../text/standing/word-test.ts';
import type { DayOrder } from '../../../text/dates/date-rule.ts';
import {
  cellLikeMoney,
  isAmountCell,
  lacksTax,
  withoutParts,
} from '../../../text/tables/amount-cell.ts';
import { type CellMoney, moneyInCell } from '../../../text/tables/cell-money.ts';
import { type Cell, statedCategory } from '../../../text/tables/cells.ts';
import {
  isAmountHeading,
  isBalanceHeading,
  isCurrencyHeading,
  isDayHeading,
  isDueHeading,
  isGiverHeading,
  isInHeading,
  isOutHeading,
  isPledgeHeading,
} from '../../../text/tables/headings.ts';
import { categoryNamed, categoryOf } from '../../categories/category.rule.ts';
import { isStateCell, type PaymentState, paymentStateOf } from './payment-state.rule.ts';
import { type RowAmount, type RowFact, rowFactOf } from './row-fact.rule.ts';
import { isNeutralHeading } from './sign.rule.ts';
import type { TableRow } from './table.ts';
import { typeOf } from '../types/type.rule.ts';

const isName = wordTest(
  'item|description|what|purpose|name|subject|position|details?|expense type|category|posten|beschreibung|zweck|bezeichnung|kategorie|libellé|objet|désignation|concepto|descripción|partida',
  'text|narrative|memo|particulars|verwendungszweck|betreff|motif|detalle|movimiento',
);
const isPerson = wordTest(
  'vendor|supplier|payee|paid by|who|owner|person|from|lieferant|anbieter|fournisseur|proveedor',
  'beneficiary|counterparty|empfänger|auftraggeber|begünstigter|zahlungspflichtiger|bénéficiaire|beneficiario|ordenante',
);
const isOfType = wordTest('type|kind|art|typ|tipo');
const isMarkHeading = wordTest(
  'type|kind|art|typ|tipo|sign|d/?c|cr/?dr|dr/?cr|debit/credit|credit/debit|s/?h|soll/haben|sens|direction',
);

/** A row that is read. */
interface Row {
  readonly line: SourceLine;
  readonly index: number;
  readonly row: TableRow;
  /** The order of day and month in its table. */
  readonly days: DayOrder;
  readonly reading: ReadingContext;
}

/** Reads the amounts of a row by the headings of its cells. A row that adds up others has none. */
export function readRow(place: Row): readonly FactDraft[] {
  const { cells, sum } = place.row;
  if (sum === 'sum') return [];
  const amounts = cells.filter((cell) => isAmountCell(cell) && !isStateCell(cell));
  if (amounts.length === 0) return readLikeMoney(place);
  const drafts = withoutParts(amounts).flatMap((cell) => {
    const draft = draftOf(cell, place);
    if (draft === null) return [];
    return lacksTax(cell, cells) ? { ...draft, certainty: 'possible' as const } : draft;
  });
  return sum === 'none' ? drafts : drafts.map(held);
}

/** What looks like money in columns that do not say so is for people to decide. */
function readLikeMoney(place: Row): readonly FactDraft[] {
  const cells = place.row.cells.filter(({ heading }) => mayStateMoney(heading));
  const cell = cellLikeMoney(cells);
  const draft = cell === undefined ? null : draftOf(cell, place);
  return draft === null ? [] : [held(draft)];
}

function mayStateMoney(heading: string): boolean {
  return heading !== '' && !isDayHeading(heading) && !isBalanceHeading(heading);
}

function held(draft: FactDraft): FactDraft {
  return { ...draft, certainty: 'possible' };
}

function draftOf(cell: Cell, { line, index, row, days, reading }: Row): FactDraft | null {
  const { cells } = row;
  const money = row.money.get(cell) ?? moneyInCell(cell, cells, reading.currency);
  if (money === null || isNothing(cell, money)) return null;
  const state = paymentStateOf(cells);
  const label =
    cells.find(({ heading }) => isName(heading) && !isDayHeading(heading))?.text ??
    otherText(cells);
  const on = dateIn(dayCell(cells, state), line.date, days);
  const type = typeOfCell(cell, cells);
  const isPledge = isPledgeHeading(cell.heading);
  const about = { type, label, money, state, on, isPledge, today: line.date };
  const signs = isNeutralHeading(cell.heading) && markOf(cells) === null ? row.signs : 'list';
  const fact = columnFact(cell, about) ?? rowFactOf({ ...about, signs });
  return {
    ...{ line: index, quote: line.text, label, value: money.value, on, ...fact },
    who: cells.find(({ heading }) => isPerson(heading))?.text ?? null,
    category: categoryOfRow(label, { cells, line, reading }),
    corrects: false,
  };
}

/** The category that the row states, otherwise by its words. */
function categoryOfRow(
  label: string,
  { cells, line, reading }: Pick<Row, 'line' | 'reading'> & Pick<TableRow, 'cells'>,
): string | null {
  const stated = statedCategory(cells);
  if (stated === null) return categoryOf(label, line.text, reading.categories);
  return categoryNamed(stated, reading.categories) ?? stated;
}

/** Banks write 0.00 in the column in which nothing moved. */
function isNothing({ heading }: Cell, { value }: CellMoney): boolean {
  const isMoved = isOutHeading(heading) || isInHeading(heading) || isNeutralHeading(heading);
  return isMoved && Number(value.amount) === 0;
}

/** In a column of debits a minus says again that it went out; a negative credit may be anything. */
function columnFact({ heading }: Cell, about: Omit<RowAmount, 'signs'>): RowFact | null {
  const { money } = about;
  if (!money.isNegative) return null;
  if (isOutHeading(heading)) {
    return rowFactOf({ ...about, signs: 'list', money: { ...money, isNegative: false } });
  }
  return isInHeading(heading) ? { type: 'expense', status: null, certainty: 'possible' } : null;
}

function typeOfCell({ heading }: Cell, cells: readonly Cell[]): string {
  const stated = cells.find((cell) => isOfType(cell.heading))?.text ?? '';
  const about = { amount: null, hasRate: false, isAhead: false, bound: 'exact' } as const;
  if (isInHeading(heading) || isPledgeHeading(heading)) return 'income';
  if (isOutHeading(heading)) return 'expense';
  const hasCredit = cells.some((cell) => /^haben/i.test(cell.heading));
  if (/^soll/i.test(heading) && hasCredit) return 'expense';
  const hasActual = cells.some((cell) => /^ist(?:-| |$)/i.test(cell.heading));
  if (/^soll/i.test(heading) && hasActual) return 'budget';
  if (stated === '' && cells.some((cell) => isGiverHeading(cell.heading))) return 'income';
  const words = [stated, heading];
  return (
    markOf(cells) ??
    words.map((clause) => typeOf({ clause, ...about })).find((type) => type !== null) ??
    'expense'
  );
}

/** What a column of marks says: "debit" and "credit", "S" and "H". */
function markOf(cells: readonly Cell[]): 'expense' | 'income' | null {
  const mark = cells.find((cell) => isMarkHeading(cell.heading))?.text ?? '';
  if (/^(?:debit|dr|d|soll|s|lastschrift|débit|cargo|debe|out)\.?$/iu.test(mark)) return 'expense';
  return /^(?:credit|cr|c|haben|h|gutschrift|crédit|abono|haber|in)\.?$/iu.test(mark)
    ? 'income'
    : null;
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

function dateIn(cell: Cell | undefined, saidOn: string, days: DayOrder): FactDate | null {
  return findDates(cell?.text ?? '', saidOn, days)[0]?.on ?? null;
}

/** The first text that is no date and no amount. */
function otherText(cells: readonly Cell[]): string {
  const texts = cells.filter(({ text }) => text !== '');
  const named = texts.find(
    ({ heading }) =>
      !isDayHeading(heading) &&
      !isAmountHeading(heading) &&
      !isBalanceHeading(heading) &&
      !isCurrencyHeading(heading),
  );
  return texts.find(({ heading }) => heading === '')?.text ?? named?.text ?? cells[0]?.text ?? '';
}
