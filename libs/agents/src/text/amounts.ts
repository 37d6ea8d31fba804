import type { FactValue } from '#contracts/model';

/** A number with its unit in a text. */
export interface FoundAmount {
  readonly value: FactValue;
  /** First character, currency and unit included, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Whether the text states it as rounded or estimated: "about", "roughly", "some". */
  readonly approximate: boolean;
  /** `atMost` and `atLeast` for a limit, such as "no more than 500". */
  readonly bound: 'exact' | 'atMost' | 'atLeast';
}

/**
 * Finds the amounts of a text: money, percentages and quantities, in digits and in words.
 * @param currency ISO 4217; of money whose currency is not stated
 * @returns in the order of the text, without overlaps
 */
export function findAmounts(_text: string, _currency: string): readonly FoundAmount[] {
  return [];
}
