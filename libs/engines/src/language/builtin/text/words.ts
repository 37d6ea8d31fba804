/** A word or number within a text. */
export interface Word {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly key: string;
  /** Place of its first character in the text. */
  readonly start: number;
  /** Place after its last character. */
  readonly end: number;
}

const WORD =
  /\p{N}+(?:[.,:/]\p{N}+)*[\p{L}\p{M}]*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a text, in their order; parts of a hyphenated word are words. */
export function wordsIn(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({
    text: found,
    key: found.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + found.length,
  }));
}

/** Reads a table of words out of text. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(/\s+/u)).filter((word) => word !== ''));
}

/** The text with a capital at its beginning. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
