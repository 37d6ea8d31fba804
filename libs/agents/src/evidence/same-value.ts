import type { FactValue, MoneyValue, QuantityValue } from '#contracts/model';
import { canonicalDecimal } from '../text/canonical-decimal.ts';
import { singular } from '../text/singular.ts';

/** Whether the value that an engine states is the one that was found in the text. */
export function isSameValue(stated: FactValue, found: FactValue): boolean {
  if (stated.kind === 'money') return found.kind === 'money' && isSameMoney(stated, found);
  if (stated.kind === 'quantity') {
    return found.kind === 'quantity' && isSameQuantity(stated, found);
  }
  return found.kind === 'percent' && isSameNumber(stated.percent, found.percent);
}

function isSameMoney(stated: MoneyValue, found: MoneyValue): boolean {
  return (
    isSameNumber(stated.amount, found.amount) &&
    (stated.upTo === undefined ? found.upTo === undefined : isUpTo(stated.upTo, found)) &&
    stated.currency.trim().toUpperCase() === found.currency &&
    stated.per === found.per
  );
}

function isUpTo(stated: string, { upTo }: MoneyValue): boolean {
  return upTo !== undefined && isSameNumber(stated, upTo);
}

function isSameQuantity(stated: QuantityValue, found: QuantityValue): boolean {
  return (
    isSameNumber(stated.quantity, found.quantity) && unitOf(stated.unit) === unitOf(found.unit)
  );
}

function unitOf(unit: string): string {
  return singular(unit.trim().toLowerCase());
}

/** Whether two decimal strings are the same number. A text that is no number equals none. */
function isSameNumber(one: string, other: string): boolean {
  const number = canonicalDecimal(one.trim());
  return number !== null && number === canonicalDecimal(other);
}
