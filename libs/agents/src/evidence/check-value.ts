import type { FactDraft, FactType, FactValue, ReadingContext } from '#contracts/model';
import type { FoundAmount } from '../text/amounts.ts';
import type { LineEvidence } from './line-evidence.ts';
import { isSameValue } from './same-value.ts';
import { isWithin, type TextRange } from './text-range.ts';

/** A value as it was found in the text, and where; both `null` for a fact without a value. */
export interface ProvenValue {
  readonly value: FactValue | null;
  readonly valueAt: TextRange | null;
}

/** The result of a check. */
export type CheckedValue = ProvenValue | 'value_missing' | 'value_not_in_quote';

const NO_VALUE: ProvenValue = { value: null, valueAt: null };

/**
 * Looks for the value of a draft among the amounts of its line that lie within its quote. Amounts
 * are found in the whole line, so that a quote cannot leave out a sign, a unit or a part of a number.
 * A value of a type that has none is left out.
 */
export function checkValue(
  { value }: FactDraft,
  type: FactType,
  quoteAt: TextRange,
  line: LineEvidence,
  context: ReadingContext,
): CheckedValue {
  if (type.value === 'none') return NO_VALUE;
  if (value === null) return type.value === 'optional' ? NO_VALUE : 'value_missing';
  if (!isOfKind(value, type)) return 'value_missing';
  const currencies = currenciesOf(line, context);
  for (const amount of line.amounts) {
    const found = isWithin(amount, quoteAt) ? matching(value, amount, currencies) : null;
    if (found !== null) return { value: found, valueAt: { start: amount.start, end: amount.end } };
  }
  return 'value_not_in_quote';
}

function isOfKind({ kind }: FactValue, { value }: FactType): boolean {
  return value === 'any' || value === 'optional' || value === kind;
}

/** That of the project, and those of the money in the line: "960 dollars and a balance of 2,240". */
function currenciesOf({ amounts }: LineEvidence, { currency }: ReadingContext): readonly string[] {
  return [
    currency,
    ...amounts.flatMap(({ value }) => (value.kind === 'money' ? [value.currency] : [])),
  ];
}

/**
 * The value as the text has it; `null` unless it is the stated one. A plain number may be an amount
 * in one of some currencies, as in "the budget is 12,000".
 */
function matching(
  stated: FactValue,
  { value: found }: FoundAmount,
  currencies: readonly string[],
): FactValue | null {
  if (isSameValue(stated, found)) return found;
  if (stated.kind !== 'money' || found.kind !== 'quantity' || found.unit !== '') return null;
  const asMoney = currencies.map((currency): FactValue => ({
    ...{ kind: 'money', amount: found.quantity, currency },
  }));
  return asMoney.find((money) => isSameValue(stated, money)) ?? null;
}
