import Big from 'big.js';
import type { Figure, MoneyValue } from '#contracts/model';
import type { MoneyEntry } from './money-entry.ts';

/** The sum of amounts; ranges count with their lower end. */
export function sumOf(entries: readonly MoneyEntry[]): Big {
  return entries.reduce((sum, { value }) => sum.plus(value.amount), new Big(0));
}

/** An amount of money as a value. */
export function money(amount: Big, currency: string): MoneyValue {
  return { kind: 'money', amount: amount.toFixed(), currency };
}

/** What is summed, and what is said about it. */
export interface Sum {
  readonly label: string;
  readonly entries: readonly MoneyEntry[];
  readonly currency: string;
  readonly how: string;
  readonly tone?: 'good' | 'bad';
  /** Entries about the same that contradict it, and are not in it. */
  readonly other?: readonly MoneyEntry[];
}

/** A figure that is the sum of entries. It says when it has lower ends of ranges, or disputes. */
export function sumFigure({ label, entries, currency, how, tone, other = [] }: Sum): Figure {
  const differs = other.length > 0 ? ['differs from what was said'] : [];
  const note = [...notesOf(entries), ...differs].join(', ');
  return {
    label,
    value: money(sumOf(entries), currency),
    entries: idsOf([...entries, ...other]),
    how,
    ...(note === '' ? {} : { note }),
    ...(tone === undefined ? {} : { tone }),
  };
}

/** Each entry once, with the statements that closed them, say when they end, or were paid of them. */
export function idsOf(entries: readonly MoneyEntry[]): readonly string[] {
  const ids = entries.flatMap(({ id, closedBy, term, less }) => [
    ...[id, closedBy ?? [], term?.id ?? []],
    ...(less ?? []),
  ]);
  return [...new Set(ids.flat())];
}

/** What is special about some entries, such as `2 disputed`. */
export function notesOf(entries: readonly MoneyEntry[]): readonly string[] {
  const disputed = entries.filter(({ disputes }) => disputes.length > 0).length;
  const ranges = entries.filter(({ value }) => value.upTo !== undefined);
  const high = ranges.reduce((sum, { value }) => sum.plus(value.upTo ?? value.amount), new Big(0));
  const more = high.minus(sumOf(ranges));
  return [
    ...(disputed > 0 ? [`${disputed} disputed`] : []),
    ...(ranges.length > 0 ? [`up to ${more.toFixed()} more by ranges`] : []),
  ];
}
