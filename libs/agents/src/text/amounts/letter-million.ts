import type { NumberSpan } from './amount-span.ts';
import { currencyAfter, currencyBefore } from './currencies.ts';
import type { AmountSource } from './number-source.ts';
import { isAttached } from './tokens.ts';

/** "€5m" and "5m euros" are millions; without a currency "5m" is a length. */
export function millionAfter({ tokens, currency }: AmountSource, span: NumberSpan): NumberSpan {
  const letter = tokens[span.next];
  if (letter?.text !== 'm' && letter?.text !== 'b') return span;
  if (!isAttached(letter) || span.from.scale > 1) return span;
  const first = span.next - (span.to === null ? 1 : 3);
  const isMoney =
    currencyBefore(tokens, first - 1, currency) ?? currencyAfter(tokens, span.next + 1, currency);
  if (isMoney === null) return span;
  const scale = letter.text === 'm' ? 1e6 : 1e9;
  const high = span.high?.times(scale) ?? null;
  return { ...span, low: span.low.times(scale), high, next: span.next + 1 };
}
