/** A number in digits, a word, or any other character of a sentence. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  readonly text: string;
  /** In lower case. */
  readonly lower: string;
  readonly start: number;
  /** The character after the last. */
  readonly end: number;
  /** Whether white space stands before it, or nothing. */
  readonly spaced: boolean;
}

/**
 * Digits with the marks and thin spaces that group them; words may have an apostrophe within. After
 * digits, the powers of ten and currencies of Chinese and Japanese are words of their own.
 */
const TOKEN =
  /(?<number>\d+(?:[.,'’\u00a0\u202f]\d+)*)|(?<word>(?<=[\d万萬億亿千百十])(?:千万|百万|十万|[万萬億亿千百十円圓元])|[〇零一二三四五六七八九十百千万萬億亿]{1,20}(?=[円圓元])|(?<=[〇零一二三四五六七八九])[円圓元]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|[^\s]/gu;

/** The tokens of a text, in time linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: found, index, groups }) => ({
    kind: groups?.['number'] ? 'number' : groups?.['word'] ? 'word' : 'mark',
    text: found,
    lower: found.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + found.length,
    spaced: index === 0 || /\s/.test(text.charAt(index - 1)),
  }));
}

/** Whether a token follows the one before it without a space. */
export function isAttached(token: Token | undefined): token is Token {
  return token !== undefined && !token.spaced;
}
