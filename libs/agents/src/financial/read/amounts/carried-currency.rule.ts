import type { FoundAmount } from '../../../text/amounts.ts';

/**
 * The currency of a plain number: that of the money nearest to it in its sentence, before it rather
 * than after it. "960 dollars, and the balance of 2,240" is all in dollars.
 * @param amounts of the sentence, in its order
 * @param ofProject ISO 4217; without money in the sentence
 */
export function carriedCurrency(
  amounts: readonly FoundAmount[],
  { start }: FoundAmount,
  ofProject: string,
): string {
  const money = amounts.flatMap(({ value, end }) =>
    value.kind === 'money' ? [{ currency: value.currency, end }] : [],
  );
  const before = money.findLast(({ end }) => end <= start);
  return (before ?? money[0])?.currency ?? ofProject;
}
