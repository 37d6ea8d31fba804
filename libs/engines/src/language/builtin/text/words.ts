/** A word or number in a text. */
export interface Word {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly key: string;
  /** Index of its first character in the text. */
  readonly start: number;
  /** Index after its last character. */
  readonly end: number;
}

const WORD =
  /\p{N}+(?:[.,:/]\p{N}+)*[\p{L}\p{M}]*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a text, in order; the parts of a hyphenated word are separate words. */
export function wordsIn(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({
    text: found,
    key: found.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + found.length,
  }));
}

/** Parses lines of space-separated words into a set. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(/\s+/u)).filter((word) => word !== ''));
}

/** The text with an initial capital. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
