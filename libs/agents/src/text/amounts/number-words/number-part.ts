/** What a word adds to a number: a value below a thousand, "hundred", or a power of ten. */
export type NumberPart =
  | { readonly kind: 'small'; readonly value: number }
  | { readonly kind: 'hundred' }
  | { readonly kind: 'scale'; readonly value: number };

/** Number words of a language, by word in lower case. */
export interface NumberWords {
  readonly words: ReadonlyMap<string, readonly NumberPart[]>;
  /** Words that are numbers in this language only, and something else in others. */
  readonly own: ReadonlySet<string>;
  /** "and" within a number. */
  readonly and: string;
  /** "point", before decimals. */
  readonly point: readonly string[];
}

/** Parts of words in a row whose values count up. */
export function counted(words: string, from: number, step = 1): readonly [string, NumberPart[]][] {
  return words
    .split(' ')
    .map((word, index) => [word, [{ kind: 'small', value: from + index * step }]]);
}

/** Words of one power of ten. */
export function scaled(words: string, value: number): readonly [string, NumberPart[]][] {
  return words.split(' ').map((word) => [word, [{ kind: 'scale', value }]]);
}
