import { type Repaired, withoutReplaced } from '../replaced.ts';
import type { FoundAmount } from './found-amount.ts';

/**
 * Leaves out the amounts that were replaced at once by another one of their kind.
 * @param amounts of the text, in its order
 */
export function withoutReplacedAmounts(
  text: string,
  amounts: readonly FoundAmount[],
): Repaired<FoundAmount> {
  return withoutReplaced(text, amounts, isAlike);
}

function isAlike({ value: one }: FoundAmount, { value: other }: FoundAmount): boolean {
  return kindOf(one) === kindOf(other);
}

function kindOf(value: FoundAmount['value']): string {
  if (value.kind === 'percent') return 'percent';
  return value.kind === 'quantity' && value.unit !== '' ? value.unit : 'plain';
}
