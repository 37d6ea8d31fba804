import { type MoneyEntry } from './money-entry.ts';
import { isSameSubject } from './subject.ts';

/** What was spent and what is still to be paid; no payment is in it twice. */
export interface Settlement {
  readonly spent: readonly MoneyEntry[];
  /** To be paid once. */
  readonly committed: readonly MoneyEntry[];
  /** To be paid again and again. */
  readonly recurring: readonly MoneyEntry[];
}

/** At most this many entries of the same amount are compared. */
const MAX_COMPARED = 20;

/**
 * Tells what was spent from what is to be paid. An order, its invoice and the payment of the same
 * amount for the same thing are one payment: the latest step of them counts.
 */
export function settle(entries: readonly MoneyEntry[]): Settlement {
  const paidInvoices = entries.filter(
    ({ type, status }) => type === 'invoice' && status === 'paid',
  );
  const expenses = withoutMatches(ofType(entries, 'expense'), paidInvoices);
  const spent = inOrder(entries, [...paidInvoices, ...expenses]);
  const invoices = withoutMatches(openInvoices(entries), spent);
  const orders = withoutMatches(ordersOf(entries), [...spent, ...invoices]);
  const isOnce = ({ value }: MoneyEntry) => value.per === undefined;
  const open = inOrder(entries, [...invoices, ...orders]);
  return {
    spent,
    committed: open.filter(isOnce),
    recurring: open.filter((entry) => !isOnce(entry)),
  };
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
      (type === 'commitment' && status !== 'cancelled') ||
      (type === 'quote' && status === 'accepted'),
  );
}

/** Those that are not the same payment as one of the others; each of these stands for one. */
function withoutMatches(
  entries: readonly MoneyEntry[],
  others: readonly MoneyEntry[],
): readonly MoneyEntry[] {
  const free = new Map<string, MoneyEntry[]>();
  for (const other of others) {
    const same = free.get(keyOf(other)) ?? [];
    if (same.length < MAX_COMPARED) free.set(keyOf(other), [...same, other]);
  }
  return entries.filter((entry) => {
    const same = free.get(keyOf(entry)) ?? [];
    const at = same.findIndex((other) => isSameSubject(entry, other));
    if (at >= 0) same.splice(at, 1);
    return at < 0;
  });
}

function keyOf({ value }: MoneyEntry): string {
  return [Number(value.amount), value.upTo ?? '', value.per ?? ''].join(' ');
}

function inOrder(all: readonly MoneyEntry[], some: readonly MoneyEntry[]): readonly MoneyEntry[] {
  const chosen = new Set(some);
  return all.filter((entry) => chosen.has(entry));
}
