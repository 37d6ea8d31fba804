import type { ReadingContext, SourceLine } from '#contracts/model';
import type { DayOrder } from '../../text/dates/date-rule.ts';
import { moneyInCell } from '../../text/tables/cell-money.ts';
import { isAmountCell } from '../../text/tables/amount-cell.ts';
import { type Cell, cellsOf, isRow } from '../../text/tables/cells.ts';
import { dayOrderOf } from '../../text/tables/day-order.ts';
import { isDayHeading } from '../../text/tables/headings.ts';
import { type AddedRow, isSumOf, isTotalRow, lacksWhatOthersHave } from './total-row.rule.ts';

/** What a sum means for a row: it is one, it may be one, or it is none. */
type Sum = 'sum' | 'maybe' | 'none';

/** The rows of a passage, and what they say together. */
export class Table {
  readonly days: DayOrder;
  private above: AddedRow[] = [];

  constructor(
    lines: readonly SourceLine[],
    private readonly reading: ReadingContext,
  ) {
    this.days = dayOrderOf(lines, reading.currency);
  }

  /**
   * Whether a row adds up the rows before it. Call it for each line in its order.
   * @param isLast whether no row of the table comes after it
   */
  next(line: SourceLine, isLast: boolean): Sum {
    if (!isRow(line)) {
      this.above = [];
      return 'none';
    }
    const cells = cellsOf(line.text);
    const row = this.addedRow(cells);
    const sum = isTotalRow(cells) ? 'sum' : this.sumOf(row, isLast);
    if (sum === 'sum') this.above = [];
    else this.above.push(row);
    return sum;
  }

  private sumOf(row: AddedRow, isLast: boolean): Sum {
    const headings = [...row.cents.keys()];
    const isSum = headings.length > 0 && headings.every((key) => isSumOf(this.above, row, key));
    if (!isSum) return 'none';
    if (lacksWhatOthersHave(this.above, row)) return 'sum';
    return isLast && !row.hasDay && this.above.length > 2 ? 'maybe' : 'none';
  }

  private addedRow(cells: readonly Cell[]): AddedRow {
    const cents = cells.filter(isAmountCell).flatMap((cell) => {
      const money = moneyInCell(cell, cells, this.reading.currency);
      if (money === null) return [];
      const sign = money.isNegative ? -1 : 1;
      return [[cell.heading, sign * Math.round(Number(money.value.amount) * 100)] as const];
    });
    const texts = cells.filter((cell) => cell.text !== '' && !isAmountCell(cell));
    return {
      cents: new Map(cents),
      hasDay: texts.some(({ heading }) => isDayHeading(heading)),
      hasName: texts.some(({ heading }) => !isDayHeading(heading)),
    };
  }
}
