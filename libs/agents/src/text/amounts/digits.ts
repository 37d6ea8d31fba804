import Big from 'big.js';
import type { Token } from './tokens.ts';

/** A longer number is an account or a reference. */
const MAX_DIGITS = 13;

const GROUPED_BY_THREE = /^\d{1,3}(?:[.,'’\s]\d{3})+$/;
/** Lakhs and crores: the last group has three digits, the others two. */
const GROUPED_INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/**
 * The number that digits with separators state.
 * @param afterPoint what three digits after a single point are
 * @returns `null` when they are no number, such as `2.5.1` and `007`
 */
export function numberOfDigits(text: string, afterPoint: 'decimals' | 'thousands'): Big | null {
  if (text.replace(/\D/g, '').length > MAX_DIGITS || /^0\d/.test(text)) return null;
  const marks = text.match(/[.,]/g) ?? [];
  const mark = marks.at(-1);
  if (mark === undefined) return whole(text);
  const [head, tail] = splitAtLast(text, mark);
  const isOnlyOne = marks.filter((each) => each === mark).length === 1;
  if (marks.length > 1) return isOnlyOne ? joined(whole(head), tail) : whole(text);
  if (
    tail.length === 3 &&
    /^[1-9]\d{0,2}$/.test(head) &&
    (mark === ',' || afterPoint === 'thousands')
  ) {
    return new Big(head + tail);
  }
  return joined(whole(head), tail);
}

function whole(text: string): Big | null {
  if (/^\d+$/.test(text)) return new Big(text);
  const marks = new Set(text.replace(/\d/g, ''));
  const isGrouped = GROUPED_BY_THREE.test(text) || GROUPED_INDIAN.test(text);
  return isGrouped && marks.size === 1 ? new Big(text.replace(/\D/g, '')) : null;
}

function joined(head: Big | null, decimals: string): Big | null {
  return head && new Big(`${head.toFixed()}.${decimals}`);
}

function splitAtLast(text: string, mark: string): readonly [string, string] {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Groups of three digits with single spaces between them, as in "1 234 567,50". */
export function spacedDigits(
  tokens: readonly Token[],
  at: number,
): { readonly text: string; readonly next: number } {
  let text = tokens[at]?.text ?? '';
  let next = at + 1;
  if (!/^\d{1,3}$/.test(text)) return { text, next };
  for (let group = tokens[next]; group?.kind === 'number'; group = tokens[next]) {
    const follows = group.spaced && group.start === (tokens[next - 1]?.end ?? 0) + 1;
    const [, digits, decimals = ''] = /^(\d{3})([.,]\d{1,2})?$/.exec(group.text) ?? [];
    if (!follows || digits === undefined) break;
    text += ` ${digits}${decimals}`;
    next++;
    if (decimals !== '') break;
  }
  return { text, next };
}
