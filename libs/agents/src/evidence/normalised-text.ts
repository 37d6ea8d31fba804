/** A text in the form in which a quote is looked for, with the way back to its characters. */
export interface NormalisedText {
  readonly text: string;
  /** For each character: where what it stands for starts in the original. */
  readonly starts: readonly number[];
  /** For each character: the position after what it stands for. */
  readonly ends: readonly number[];
}

/** A character with the marks that combine with it. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;

const INVISIBLE = /^[\u00ad\u200b-\u200d\u2060\ufeff]$/u;
const WHITE_SPACE = /^\s/u;

const SAME_AS: ReadonlyMap<string, string> = new Map([
  ...charactersOf('‘’‚‛′`´ʼ').map((mark) => [mark, "'"] as const),
  ...charactersOf('“”„‟″«»').map((mark) => [mark, '"'] as const),
  ...charactersOf('‐‑‒–—―−﹣－').map((mark) => [mark, '-'] as const),
  ['…', '...'],
]);

/**
 * Normalises what models write differently without a difference in meaning: white space, quotation
 * marks, dashes, letter case, and characters that can be stored in several ways.
 */
export function normalised(original: string): NormalisedText {
  const texts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: found, index } of original.matchAll(CHARACTER)) {
    const text = normalisedCharacter(found);
    if (text === '') continue;
    const end = index + found.length;
    if (text === ' ' && texts.at(-1) === ' ') {
      ends[ends.length - 1] = end;
      continue;
    }
    texts.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      starts.push(index);
      ends.push(end);
    }
  }
  return { text: texts.join(''), starts, ends };
}

function normalisedCharacter(character: string): string {
  if (WHITE_SPACE.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  return SAME_AS.get(character) ?? character.normalize('NFC').toLowerCase();
}

function charactersOf(text: string): readonly string[] {
  return Array.from(text);
}
