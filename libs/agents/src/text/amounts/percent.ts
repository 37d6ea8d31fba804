import type { Token } from './tokens.ts';

const ONE_WORD = new Set(['%', 'percent', 'pct', 'prozent', 'pourcent']);

/** The index after the sign or words of a share at a token; `null` when there are none. */
export function percentAt(tokens: readonly Token[], at: number): number | null {
  const first = tokens[at]?.lower ?? '';
  const second = tokens[at + 1]?.lower;
  if (ONE_WORD.has(first)) return isPoints(second) ? null : at + 1;
  const isTwoWords =
    (first === 'per' && second === 'cent') ||
    (first === 'pour' && second === 'cent') ||
    (first === 'por' && second === 'ciento');
  return isTwoWords ? at + 2 : null;
}

/** Percentage points are a difference, not a share. */
function isPoints(word: string | undefined): boolean {
  return word === 'points' || word === 'point';
}
