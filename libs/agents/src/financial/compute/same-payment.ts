import { type MoneyEntry } from './money-entry.ts';
import { SubjectIndex } from './subject-index.ts';
import { isPartPayment, isSameSubject } from './subject.ts';

/** At most this many entries of the same amount or subject are compared. */
const MAX_COMPARED = 20;

/** Amounts of one payment differ by at most this share of the earlier one. */
const MOST_DIFFERENCE = 0.25;

/** Those that are not the same payment as one of the others; each of these stands for one. */
export function withoutMatches(
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

/**
 * Those for which no later entry stands whose subject is the same and whose amount is close. Part
 * payments, such as a deposit, stand for nothing else.
 */
export function withoutCloseMatches(
  entries: readonly MoneyEntry[],
  others: readonly MoneyEntry[],
): readonly MoneyEntry[] {
  const index = new SubjectIndex(others);
  const used = new Set<MoneyEntry>();
  return entries.filter((entry) => {
    const match = index.about(entry).find((other) => !used.has(other) && isCloseTo(entry, other));
    if (match !== undefined) used.add(match);
    return match === undefined;
  });
}

function isCloseTo(earlier: MoneyEntry, later: MoneyEntry): boolean {
  const [one, other] = [Number(earlier.value.amount), Number(later.value.amount)];
  return (
    (earlier.value.per ?? '') === (later.value.per ?? '') &&
    (earlier.saidAt ?? '') < (later.saidAt ?? '') &&
    Math.abs(one - other) <= MOST_DIFFERENCE * Math.abs(one) &&
    !isPartPayment(earlier) &&
    !isPartPayment(later)
  );
}

function keyOf({ value }: MoneyEntry): string {
  return [Number(value.amount), value.upTo ?? '', value.per ?? ''].join(' ');
}
