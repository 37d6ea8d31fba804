import Big from 'big.js';
import type { MoneyEntry } from './money-entry.ts';
import { SubjectIndex } from './subject-index.ts';
import { isDeposit } from './subject.ts';

/** What was spent and is to be paid once, with deposits as parts of their prices. */
export interface WithoutParts {
  readonly spent: readonly MoneyEntry[];
  readonly committed: readonly MoneyEntry[];
  /** Deposits that are a part of a price that counts. */
  readonly parts: readonly MoneyEntry[];
}

/**
 * Counts a deposit as a part of the price of the same thing: it is not added to a price that counts
 * as spent, and what is still to be paid is the price without it.
 */
export function withoutParts(
  spent: readonly MoneyEntry[],
  committed: readonly MoneyEntry[],
): WithoutParts {
  const wholes = new SubjectIndex([...spent.filter(isWhole), ...committed.filter(isWhole)]);
  const isOpen = new Set(committed);
  const parts = new Map<MoneyEntry, MoneyEntry>();
  for (const entry of [...spent, ...committed].filter(isDeposit)) {
    const whole = wholes.about(entry).findLast((other) => isPartOf(entry, other));
    if (whole !== undefined) parts.set(entry, whole);
  }
  const isAdded = (entry: MoneyEntry) => {
    const whole = parts.get(entry);
    return whole === undefined || (isOpen.has(whole) && !isOpen.has(entry));
  };
  const paid = Map.groupBy(
    [...parts].filter(([part]) => !isOpen.has(part)),
    ([, whole]) => whole,
  );
  const rest = (entry: MoneyEntry) =>
    restOf(
      entry,
      (paid.get(entry) ?? []).map(([part]) => part),
    );
  return {
    spent: spent.filter(isAdded),
    committed: committed.filter(isAdded).map(rest),
    parts: [...parts.keys()],
  };
}

/** A price, an order or a bill: not a payment, which may be the second one. */
function isWhole(entry: MoneyEntry): boolean {
  if (isDeposit(entry)) return false;
  return entry.type !== 'expense' || entry.status === 'price';
}

function isPartOf(part: MoneyEntry, whole: MoneyEntry): boolean {
  return new Big(part.value.amount).lte(whole.value.amount);
}

/** What is left of a price once its deposits are paid. */
function restOf(entry: MoneyEntry, paid: readonly MoneyEntry[]): MoneyEntry {
  if (paid.length === 0) return entry;
  const left = paid.reduce(
    (rest, { value }) => rest.minus(value.amount),
    new Big(entry.value.amount),
  );
  const amount = (left.lt(0) ? new Big(0) : left).toFixed();
  return { ...entry, value: { ...entry.value, amount }, less: paid.map(({ id }) => id) };
}
