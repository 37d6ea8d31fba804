import { wordTest } from '../../../text/standing/word-test.ts';
import type { CellMoney } from '../../../text/tables/cell-money.ts';
import type { Cell } from '../../../text/tables/cells.ts';
import {
  isBalanceHeading,
  isBankHeading,
  isDayHeading,
  isInHeading,
  isOutHeading,
} from '../../../text/tables/headings.ts';
import { cuesIn } from '../types/cues.ts';
import { isRefundText } from './refund.rule.ts';

/**
 * What the signs of a column mean: `list`, where amounts are what things cost and a minus is money that
 * comes back; `account`, where a minus is what was spent and all else came in; `out`, the same with
 * the opposite signs; `unknown` where the table does not show it.
 */
export type Signs = 'list' | 'account' | 'out' | 'unknown';

/** A row as far as the meaning of its sign is concerned. */
export interface SignedRow {
  readonly cells: readonly Cell[];
  /** The only amount of the row, in hundredths with its sign; `null` when it has none or several. */
  readonly cents: number | null;
  /** What was on the account after it, in hundredths. */
  readonly balance: number | null;
  readonly hasPlus: boolean;
}

/** Whether the amounts of a column may have either sign, by its heading. */
export const isNeutralHeading = wordTest('amount|value|sum|betrag|umsatz|summe|montant|importe');

/** What the sign of each row of a table means. */
export function signsOf(rows: readonly SignedRow[]): readonly Signs[] {
  const headings = [...new Set(rows.flatMap(({ cells }) => cells.map(({ heading }) => heading)))];
  if (headings.some(hasDirection)) return rows.map(() => 'list');
  const isSigned = rows.some(({ cents, hasPlus }) => hasPlus || (cents !== null && cents < 0));
  const moved = isSigned ? null : directionsOf(rows);
  if (moved !== null) return moved;
  const signs = signsOfTable(rows, headings);
  return rows.map(() => signs);
}

/** Columns of debits and credits say by themselves what was spent. */
function hasDirection(heading: string): boolean {
  return isOutHeading(heading) || isInHeading(heading);
}

function signsOfTable(rows: readonly SignedRow[], headings: readonly string[]): Signs {
  const known = byBalance(rows);
  if (known !== null) return known;
  if (rows.some(({ hasPlus }) => hasPlus)) return 'account';
  const isBank = headings.some((heading) => isBankHeading(heading));
  const negative = rows.filter(({ cents }) => cents !== null && cents < 0);
  if (negative.length === 0) return isBank ? 'unknown' : 'list';
  if (isBank) return 'account';
  const hasDays = headings.some((heading) => isDayHeading(heading));
  if (!hasDays || negative.every(isRefund)) return 'list';
  return isIncomePositive(rows) || isMostlyNegative(rows) ? 'account' : 'unknown';
}

/** "Grant 500.00" beside "Tape -12.00": what came in has no minus. */
function isIncomePositive(rows: readonly SignedRow[]): boolean {
  const gained = rows.filter(
    (row) => row.cells.some(({ text }) => isIncome(text)) && !isRefund(row),
  );
  return gained.length > 0 && gained.every(({ cents }) => cents === null || cents > 0);
}

function isIncome(text: string): boolean {
  return cuesIn(text).some(({ kind }) => kind === 'income');
}

/** Few refunds are beside many payments: where most amounts have a minus, it means spent. */
function isMostlyNegative(rows: readonly SignedRow[]): boolean {
  const signs = rows.flatMap(({ cents }) => (cents === null || cents === 0 ? [] : [cents < 0]));
  const negative = signs.filter((isNegative) => isNegative).length;
  return negative > 1 && 3 * negative >= 2 * signs.length;
}

function isRefund({ cells }: SignedRow): boolean {
  return cells.some(({ text }) => isRefundText(text));
}

/** Balances prove the signs: each is the one before it, plus or minus the amount between them. */
function byBalance(rows: readonly SignedRow[]): Signs | null {
  const known = rows.filter(({ cents, balance }) => cents !== null && balance !== null);
  if (known.length < 2) return null;
  const holds = (sign: 1 | -1, isNewestFirst: boolean) =>
    known.slice(1).every((row, at) => {
      const moved = (row.balance ?? 0) - (known[at]?.balance ?? 0);
      const cents = (isNewestFirst ? known[at]?.cents : row.cents) ?? 0;
      return (isNewestFirst ? -moved : moved) === sign * cents;
    });
  const isAccount = holds(1, false) || holds(1, true);
  const isOut = holds(-1, false) || holds(-1, true);
  return isAccount === isOut ? null : isAccount ? 'account' : 'out';
}

/**
 * Amounts without any sign went out where the balance fell, and came in where it rose. The row that no
 * balance stands before is not known. `null` where the balances do not follow from the amounts.
 */
function directionsOf(rows: readonly SignedRow[]): readonly Signs[] | null {
  return stepsOf(rows) ?? stepsOf(rows.toReversed())?.toReversed() ?? null;
}

function stepsOf(rows: readonly SignedRow[]): readonly Signs[] | null {
  const steps = rows.map((row, at): Signs | null => {
    const before = rows[at - 1]?.balance ?? null;
    if (row.cents === null) return 'list';
    if (before === null || row.balance === null) return 'unknown';
    const moved = row.balance - before;
    return Math.abs(moved) !== row.cents ? null : moved < 0 ? 'out' : 'account';
  });
  const known = steps.filter((step) => step !== null);
  const isProven = known.some((step) => step === 'out' || step === 'account');
  return isProven && known.length === steps.length ? known : null;
}

/** The money of a cell that says what was on the account. */
export function isBalanceCell({ heading, text }: Cell): boolean {
  return isBalanceHeading(heading) && text !== '';
}

/** An amount in hundredths, with its sign. */
export function centsOf({ value, isNegative }: CellMoney): number {
  return (isNegative ? -1 : 1) * Math.round(Number(value.amount) * 100);
}
