import { withoutParts } from './deposits.ts';
import { type MoneyEntry } from './money-entry.ts';
import { pastPayments } from './recurring.ts';
import { withoutCloseMatches, withoutMatches } from './same-payment.ts';

/** What was spent and what is still to be paid; no payment is in it twice. */
export interface Settlement {
  readonly spent: readonly MoneyEntry[];
  /** To be paid once. */
  readonly committed: readonly MoneyEntry[];
  /** To be paid again and again. */
  readonly recurring: readonly MoneyEntry[];
  /** Orders for which a bill or payment of a slightly different amount stands. */
  readonly changed: readonly MoneyEntry[];
  /** Deposits that are a part of a price that counts. */
  readonly parts: readonly MoneyEntry[];
}

/**
 * Tells what was spent from what is to be paid. An order, its invoice and the payment of the same
 * amount for the same thing are one payment: the latest step of them counts. A later step whose
 * amount is only a little different, such as a bill of 850 for what was ordered for 800, stands for
 * the earlier one too. A deposit is a part of the price of the same thing.
 * @param entries that count, in their order
 * @param thisMonth such as `2026-11`; recurring amounts are spent from their first month until it
 */
export function settle(entries: readonly MoneyEntry[], thisMonth: string): Settlement {
  const paid = entries.filter(isPaid);
  const expenses = withoutMatches(ofType(entries, 'expense'), paid);
  const once = inOrder(
    entries,
    withoutCloseMatches(withoutSamePayment(paid), expenses).concat(expenses),
  );
  const invoices = withoutCloseMatches(withoutMatches(openInvoices(entries), once), once);
  const later = [...once, ...invoices];
  const unpaid = withoutMatches(ordersOf(entries), later);
  const orders = withoutCloseMatches(unpaid, later);
  const kept = new Set(orders);
  const isOnce = ({ value }: MoneyEntry) => value.per === undefined;
  const open = inOrder(entries, [...invoices, ...orders]);
  const recurring = open.filter((entry) => !isOnce(entry));
  const { spent, committed, parts } = withoutParts(once, open.filter(isOnce));
  return {
    spent: [...spent, ...pastPayments(recurring, once, thisMonth)],
    ...{ committed, recurring, parts },
    changed: unpaid.filter((order) => !kept.has(order)),
  };
}

/** A bill that was paid, and an order that was paid without one. */
function isPaid({ type, status }: MoneyEntry): boolean {
  return status === 'paid' && type !== 'income';
}

/** An order and its bill that were both called paid are one payment. */
function withoutSamePayment(paid: readonly MoneyEntry[]): readonly MoneyEntry[] {
  const bills = ofType(paid, 'invoice');
  const orders = paid.filter(({ type }) => type !== 'invoice');
  return [...bills, ...withoutCloseMatches(withoutMatches(orders, bills), bills)];
}

function ofType(entries: readonly MoneyEntry[], type: string): readonly MoneyEntry[] {
  return entries.filter((entry) => entry.type === type);
}

function openInvoices(entries: readonly MoneyEntry[]): readonly MoneyEntry[] {
  return ofType(entries, 'invoice').filter(
    ({ status }) => status !== 'paid' && status !== 'cancelled',
  );
}

/** Commitments, and quotes that were accepted. */
function ordersOf(entries: readonly MoneyEntry[]): readonly MoneyEntry[] {
  return entries.filter(
    ({ type, status }) =>
      (type === 'commitment' && status !== 'cancelled' && status !== 'paid') ||
      (type === 'quote' && status === 'accepted'),
  );
}

function inOrder(all: readonly MoneyEntry[], some: readonly MoneyEntry[]): readonly MoneyEntry[] {
  const chosen = new Set(some);
  return all.filter((entry) => chosen.has(entry));
}
