import Big from 'big.js';
import type { FactValue, ReportEntry } from '#contracts/model';
import { singular } from '../../text/singular.ts';

/** The number of a value, and its unit. */
export function measureOf(value: FactValue): { readonly number: Big; readonly unit: string } {
  if (value.kind === 'percent') return { number: new Big(value.percent), unit: '%' };
  if (value.kind === 'money') return { number: new Big(value.amount), unit: value.currency };
  return { number: new Big(value.quantity), unit: singular(value.unit) };
}

/** The number of an entry; 0 without a value. */
export function numberOf({ value }: ReportEntry): Big {
  return value === null ? new Big(0) : measureOf(value).number;
}
