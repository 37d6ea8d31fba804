import type { ReadingContext, SourceLine } from '#contracts/model';
import type { DayOrder } from '../../../text/dates/date-rule.ts';
import { isAmountCell } from '../../../text/tables/amount-cell.ts';
import { type CellMoney, moneyInCell } from '../../../text/tables/cell-money.ts';
import { type Cell, rowCells } from '../../../text/tables/cells.ts';
import { dayOrderOf } from '../../../text/tables/day-order.ts';
import { isDayHeading } from '../../../text/tables/headings.ts';
import { centsOf, isBalanceCell, type SignedRow, type Signs, signsOf } from './sign.rule.ts';
import { type AddedRow, isSumOf, isTotalRow, lacksWhatOthersHave } from './total-row.rule.ts';

/** What a sum means for a row: it is one, it may be one, or it is none. */
type Sum = 'sum' | 'maybe' | 'none';

/** A row with what its table says of it. */
export interface TableRow {
  readonly cells: readonly Cell[];
  /** The money of the cells of columns of amounts. */
  readonly money: ReadonlyMap<Cell, CellMoney>;
  /** Whether it adds up rows before it. */
  readonly sum: Sum;
  readonly signs: Signs;
}

type ReadRow = Pick<TableRow, 'cells' | 'money'>;

/** The rows of a passage, and what they say together. */
export class Table {
  readonly days: DayOrder;
  /** By line; `null` for a line that is no row. */
  readonly rows: readonly (TableRow | null)[];

  constructor(lines: readonly SourceLine[], { currency }: ReadingContext) {
    this.days = dayOrderOf(lines, currency);
    this.rows = blocksOf(lines).flatMap((block) => {
      const read = block.map((cells) => readCells(cells, currency));
      const signs = signsOf(read.map((row) => signedRow(row, currency)));
      const sums = sumsOf(read);
      const rows = read.map((row, at) => ({
        ...{ ...row, signs: signs[at] ?? 'list' },
        sum: sums[at] ?? 'none',
      }));
      return rows.length === 0 ? [null] : rows;
    });
  }
}

/** The cells of consecutive rows; an empty block for each line that is no row. */
function blocksOf(lines: readonly SourceLine[]): readonly (readonly (readonly Cell[])[])[] {
  const blocks: (readonly Cell[])[][] = [];
  for (const line of lines) {
    const cells = rowCells(line);
    const last = blocks.at(-1);
    if (cells === null) blocks.push([]);
    else if (last === undefined || last.length === 0) blocks.push([cells]);
    else last.push(cells);
  }
  return blocks;
}

function readCells(cells: readonly Cell[], currency: string): ReadRow {
  const money = cells.filter(isAmountCell).flatMap((cell) => {
    const found = moneyInCell(cell, cells, currency);
    return found === null ? [] : [[cell, found] as const];
  });
  return { cells, money: new Map(money) };
}

function signedRow({ cells, money }: ReadRow, currency: string): SignedRow {
  const amounts = [...money].filter(([{ heading }]) => !isDayHeading(heading));
  const [only] = amounts;
  const balance = cells.find(isBalanceCell);
  const onAccount = balance === undefined ? null : moneyInCell(balance, cells, currency);
  return {
    cells,
    cents: only === undefined || amounts.length > 1 ? null : centsOf(only[1]),
    balance: onAccount === null ? null : centsOf(onAccount),
    hasPlus: amounts.some(([{ text }]) => text.startsWith('+')),
  };
}

/** Which rows of a table add up those before them. */
function sumsOf(rows: readonly ReadRow[]): readonly Sum[] {
  let above: AddedRow[] = [];
  return rows.map((read, at) => {
    const row = addedRow(read);
    const sum = isTotalRow(read.cells) ? 'sum' : sumOf(above, row, at === rows.length - 1);
    if (sum === 'sum') above = [];
    else above.push(row);
    return sum;
  });
}

function sumOf(above: readonly AddedRow[], row: AddedRow, isLast: boolean): Sum {
  const headings = [...row.cents.keys()];
  const isSum = headings.length > 0 && headings.every((key) => isSumOf(above, row, key));
  if (!isSum) return 'none';
  if (lacksWhatOthersHave(above, row)) return 'sum';
  return isLast && !row.hasDay && above.length > 2 ? 'maybe' : 'none';
}

function addedRow({ cells, money }: ReadRow): AddedRow {
  const cents = [...money].map(([{ heading }, found]) => [heading, centsOf(found)] as const);
  const texts = cells.filter((cell) => cell.text !== '' && !isAmountCell(cell));
  return {
    cents: new Map(cents),
    hasDay: texts.some(({ heading }) => isDayHeading(heading)),
    hasName: texts.some(({ heading }) => !isDayHeading(heading)),
  };
}
