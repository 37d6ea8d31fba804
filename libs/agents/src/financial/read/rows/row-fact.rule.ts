import type { Certainty, FactDate } from '#contracts/model';
import type { CellMoney } from '../../../text/tables/cell-money.ts';
import { isRefundText } from './refund.rule.ts';
import type { Signs } from './sign.rule.ts';
import type { PaymentState } from './payment-state.rule.ts';

/** What an amount of a row is. */
export interface RowFact {
  readonly type: string;
  readonly status: string | null;
  readonly certainty: Certainty;
}

/** What is known of an amount of a row. */
export interface RowAmount {
  /** By the heading of the amount and the type that the row states. */
  readonly type: string;
  readonly label: string;
  readonly money: CellMoney;
  readonly state: PaymentState | null;
  readonly on: FactDate | null;
  /** Whether its column says what was promised. */
  readonly isPledge: boolean;
  /** The day of the document, ISO 8601 date. */
  readonly today: string;
  /** What the sign of the amount means. */
  readonly signs: Signs;
}

/** What a row states: what is paid is spent; what is open is a bill; what is ahead is not spent. */
export function rowFactOf(amount: RowAmount): RowFact {
  const { type, money, label } = amount;
  if (amount.signs !== 'list') return movedOf(amount);
  if (money.isNegative) return negativeOf(type, isRefundText(label), amount);
  if (type === 'expense') return expenseOf(amount);
  if (type === 'invoice') return certain('invoice', invoiceStatus(amount.state));
  if (type === 'income') return incomeOf(amount);
  if (type === 'quote') return certain('quote', quoteStatus(amount.state));
  return certain(type, null);
}

/** What moved on an account, by its sign; held where the table does not show what signs mean. */
function movedOf(amount: RowAmount): RowFact {
  const isOut = amount.signs === 'out' ? !amount.money.isNegative : amount.money.isNegative;
  const fact = isOut ? expenseOf(amount) : incomeOf(amount);
  return amount.signs === 'unknown' ? { ...fact, certainty: 'possible' } : fact;
}

/** Money that comes back is no expense. Without a word for it, a sign may mean either. */
function negativeOf(type: string, isRefund: boolean, { state }: RowAmount): RowFact {
  const isSettled = state === null || state === 'paid';
  if (type !== 'expense') return possible(type, null);
  return isRefund && isSettled ? certain('income', 'received') : possible('income', 'expected');
}

function expenseOf({ state, on, today }: RowAmount): RowFact {
  if (state === 'open') return certain('invoice', 'due');
  if (state === 'overdue') return certain('invoice', 'overdue');
  if (state === 'ordered') return certain('commitment', null);
  if (state === 'planned') return certain('estimate', null);
  if (state === 'cancelled') return certain('invoice', 'cancelled');
  if (state === 'unclear') return possible('expense', null);
  const isAhead = on !== null && on.date > today;
  if (state === null && isAhead) return possible('commitment', null);
  return certain('expense', null);
}

function incomeOf({ state, on, today, isPledge }: RowAmount): RowFact {
  if (state === 'paid') return certain('income', 'received');
  if (state === 'cancelled' || state === 'unclear') return possible('income', 'expected');
  const isAhead = on !== null && on.date > today;
  return certain('income', state !== null || isAhead || isPledge ? 'expected' : 'received');
}

/** What was decided about an offer. */
function quoteStatus(state: PaymentState | null): string | null {
  if (state === 'cancelled') return 'declined';
  return state === 'ordered' ? 'accepted' : null;
}

function invoiceStatus(state: PaymentState | null): string {
  return state === 'paid' || state === 'overdue' || state === 'cancelled' ? state : 'due';
}

function certain(type: string, status: string | null): RowFact {
  return { type, status, certainty: 'certain' };
}

function possible(type: string, status: string | null): RowFact {
  return { type, status, certainty: 'possible' };
}
