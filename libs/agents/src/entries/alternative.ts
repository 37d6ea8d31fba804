import type { FactValue } from '#contracts/model';

/** What two statements about the same subject are compared by. */
export interface Content {
  /** As of `valueKey`. */
  readonly value: string;
  /** As of `dateKey`. */
  readonly on: string | null;
}

/**
 * Whether two statements about the same subject cannot both hold: their values differ, or their
 * dates do. Amounts of money with different dates are about different things, such as the budgets of
 * two months.
 */
export function isAlternative(one: Content, other: Content): boolean {
  const datesDiffer = one.on !== null && other.on !== null && one.on !== other.on;
  if (isMoney(one.value) || isMoney(other.value)) return one.value !== other.value && !datesDiffer;
  return one.value !== other.value || datesDiffer;
}

/** The kind of a value; `''` for none. */
export function kindOf(value: FactValue | null): string {
  return value?.kind ?? '';
}

function isMoney(value: string): boolean {
  return value.startsWith('money ');
}
