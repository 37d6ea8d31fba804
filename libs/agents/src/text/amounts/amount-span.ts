import type Big from 'big.js';
import type { FoundNumber, NumberSource } from './number-source.ts';
import { readNumber } from './read-number.ts';

/** One number, or two that are the ends of a range. */
export interface NumberSpan {
  readonly from: FoundNumber;
  readonly to: FoundNumber | null;
  readonly low: Big;
  readonly high: Big | null;
  /** Index of the token after it. */
  readonly next: number;
}

const CONNECTORS = new Set(['-', '–', '—', 'to', 'or', 'bis', 'à', 'ou', 'a', 'o', 'oder']);
const BETWEEN = new Set(['between', 'zwischen', 'entre', 'from', 'von', 'de']);
const AND = new Set(['and', 'und', 'et', 'y', 'to', 'bis', 'à', 'a']);

/** "300", "3-5k", "between 300 and 400", "three to four thousand". */
export function readSpan(source: NumberSource, at: number): NumberSpan | null {
  const from = readNumber(source, at);
  if (from === null) return null;
  const single: NumberSpan = { from, to: null, low: from.value, high: null, next: from.next };
  const connector = source.tokens[from.next]?.lower ?? '';
  const isBetween = BETWEEN.has(source.tokens[at - 1]?.lower ?? '') && AND.has(connector);
  if (!isBetween && !CONNECTORS.has(connector)) return single;
  if (isChange(source, at)) return single;
  const second = afterSign(source, from.next + 1);
  const to = readNumber(source, second);
  if (to === null) return single;
  const low = withScaleOf(to, from);
  return low.lt(to.value) ? { from, to, low, high: to.value, next: to.next } : single;
}

const CHANGE =
  /^(?:rais(?:e|ed|ing)|cut|increas(?:e|es|ed)|decreas(?:e|ed)|reduc(?:e|ed)|lower(?:ed)?|went|goes|gone|dropped|drops|rose|rises|grew|grows|chang(?:e|ed)|moved|jumped|fell|climbed|improved|up|down|erhöht|gesenkt|gestiegen|gesunken|gekürzt|augmenté|réduit|passé|baissé|subió|bajó|aumentó|pasó)$/;
const CHANGE_REACH = 8;

/** "raised from 7,000 to 9,000": two amounts, one before and one after a change. */
function isChange({ tokens }: NumberSource, at: number): boolean {
  const before = tokens.slice(Math.max(0, at - CHANGE_REACH), at);
  const isFrom = before.slice(-2).some(({ lower }) => /^(?:from|von|de)$/.test(lower));
  return isFrom && before.some(({ lower }) => CHANGE.test(lower));
}

/** The second number may repeat the sign of the currency: "€300-€400". */
function afterSign({ tokens }: NumberSource, at: number): number {
  return /^[€$£¥₹]$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
}

/** "three to four thousand" is three thousand to four thousand. */
function withScaleOf(to: FoundNumber, { value, scale }: FoundNumber): Big {
  const isShared = scale === 1 && to.scale > 1 && value.lt(to.value.div(to.scale));
  return isShared ? value.times(to.scale) : value;
}
