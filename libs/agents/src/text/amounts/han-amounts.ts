import Big from 'big.js';
import { numberOfDigits } from './digits.ts';
import type { FoundNumber } from './number-source.ts';
import { HAN_SCALES, hanNumber } from './number-words/han.ts';
import { isAttached, type Token } from './tokens.ts';

/** More parts than this are no number. */
const MOST_PARTS = 6;

/** "5万", "1万5千", "三百": digits or numerals with the powers of ten of Chinese and Japanese. */
export function readHan(tokens: readonly Token[], at: number): FoundNumber | null {
  const first = tokens[at];
  if (first?.kind === 'word') return inNumerals(first, at);
  let value = new Big(0);
  let next = at;
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const part = partAt(tokens, next, next > at);
    if (part === null) break;
    value = value.plus(part.value);
    next = part.next;
  }
  const isHan = next > at && HAN_SCALES.has(tokens[at + 1]?.text ?? '');
  return isHan ? { value, next, inDigits: true, scale: 1, approximate: false } : null;
}

function inNumerals({ text }: Token, at: number): FoundNumber | null {
  if (!/^[〇零一二三四五六七八九十百千万萬億亿]/u.test(text)) return null;
  const value = hanNumber(text);
  if (value === null) return null;
  return { value, next: at + 1, inDigits: false, scale: 1, approximate: false };
}

/** Digits with their power of ten; the last ones may have none. */
function partAt(tokens: readonly Token[], at: number, isLater: boolean) {
  const digits = tokens[at];
  if (digits?.kind !== 'number' || (isLater && !isAttached(digits))) return null;
  const number = numberOfDigits(digits.text, 'thousands');
  const word = tokens[at + 1];
  const scale = isAttached(word) ? HAN_SCALES.get(word.text) : undefined;
  if (number === null || (scale === undefined && !isLater)) return null;
  const next = scale === undefined ? at + 1 : at + 2;
  return { value: number.times(scale ?? 1), next };
}
