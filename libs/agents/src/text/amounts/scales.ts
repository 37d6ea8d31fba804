import type { Language } from '../language.ts';
import type { NumberPart } from './number-words/number-part.ts';
import { partsOfWord } from './number-words/lexicon.ts';
import { isAttached, type Token } from './tokens.ts';

/** A power of ten after digits. */
interface FoundScale {
  readonly part: NumberPart;
  readonly value: number;
  /** Index of the token after it. */
  readonly next: number;
}

/** Short forms; those of one letter are also units and count only where they touch the digits. */
const SHORT = new Map([
  ['k', 1e3],
  ['tsd', 1e3],
  ['mio', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['mrd', 1e9],
]);

/** "5 hundred", "1.5k", "2 million", "3 Mio." */
export function scaleAt(
  tokens: readonly Token[],
  at: number,
  language: Language,
): FoundScale | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const short = SHORT.get(token.lower) ?? (token.text === 'M' && isAttached(token) ? 1e6 : null);
  if (short !== null) {
    const dot = token.text.length > 1 && tokens[at + 1]?.text === '.' && isAttached(tokens[at + 1]);
    return { part: { kind: 'scale', value: short }, value: short, next: at + (dot ? 2 : 1) };
  }
  const [part, ...more] = partsOfWord(token.lower, language) ?? [];
  if (part === undefined || part.kind === 'small' || more.length > 0) return null;
  return { part, value: part.kind === 'scale' ? part.value : 100, next: at + 1 };
}
