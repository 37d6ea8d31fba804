import type { NumberWord } from './number-words.ts';

/** A part of a spoken number: a number word, or "and", "oh" or "point". */
export type NumberPart = NumberWord | 'and' | 'oh' | 'point';

/**
 * The value of number words as one number by the grammar of English: "two hundred and five".
 * @returns `null` when they are not one number: "five five", "twenty thirteen"
 */
export function cardinal(parts: readonly NumberPart[]): number | null {
  let [total, current, lastScale] = [0, 0, Infinity];
  if (parts.length === 0) return null;
  for (const [at, part] of parts.entries()) {
    if (typeof part === 'string') {
      const joins = part === 'and' && current % 100 === 0 && current + total >= 100;
      if (!joins || at === parts.length - 1) return null;
      continue;
    }
    const { kind, value } = part;
    if (kind === 'scale') {
      if (current === 0 || value >= lastScale) return null;
      total += current * value;
      [lastScale, current] = [value, 0];
    } else if (kind === 'hundred') {
      if (current === 0 || current > 99) return null;
      current *= value;
    } else {
      if (!fits(current, part, parts.length)) return null;
      current += value;
    }
  }
  return total + current;
}

/** Whether a part below a hundred may follow: "twenty" takes a unit, "hundred" takes any. */
function fits(current: number, { kind, value }: NumberWord, count: number): boolean {
  const below = current % 100;
  if (kind === 'unit' && value === 0) return count === 1;
  return below === 0 || (kind === 'unit' && below >= 20 && below % 10 === 0);
}

/**
 * Number words as the groups of digits in which they were said: "nineteen ninety five" is 19 and 95,
 * "five oh one" is 5 and 01.
 * @returns `null` when they contain hundreds or larger scales
 */
export function digitGroups(parts: readonly NumberPart[]): readonly string[] | null {
  const groups: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const [part, next] = [parts[at], parts[at + 1]];
    if (part === undefined || part === 'and' || part === 'point') return null;
    const unit = isUnit(next) ? next.value : null;
    if (part === 'oh') {
      groups.push(unit === null ? '0' : `0${unit}`);
      if (unit !== null) at += 1;
    } else if (part.kind === 'hundred' || part.kind === 'scale') {
      return null;
    } else if (part.kind === 'ten' && unit !== null && unit > 0) {
      groups.push(String(part.value + unit));
      at += 1;
    } else {
      groups.push(String(part.value));
    }
  }
  return groups;
}

function isUnit(part: NumberPart | undefined): part is NumberWord {
  return typeof part === 'object' && part.kind === 'unit';
}
