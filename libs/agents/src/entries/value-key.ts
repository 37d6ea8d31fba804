import type { FactDate, FactValue } from '#contracts/model';
import { canonicalDecimal } from '../text/canonical-decimal.ts';
import { singular } from '../text/singular.ts';

/** Equal for equal values. */
export function valueKey(value: FactValue | null): string {
  if (value === null) return '';
  if (value.kind === 'percent') return `percent ${number(value.percent)}`;
  if (value.kind === 'quantity') return `${number(value.quantity)} ${singular(value.unit)}`;
  const { amount, upTo, currency, per } = value;
  const range = upTo === undefined ? '' : `-${number(upTo)}`;
  return `money ${number(amount)}${range} ${currency} ${per ?? ''}`;
}

/** Equal for equal dates that are known equally well; `null` without a date. */
export function dateKey(on: FactDate | null): string | null {
  return on === null ? null : `${on.precision} ${on.date}`;
}

function number(text: string): string {
  return canonicalDecimal(text) ?? text;
}
