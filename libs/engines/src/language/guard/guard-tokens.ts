/** A word, number or sign of a text. Marks and spaces between tokens are gaps, not tokens. */
export interface GuardToken {
  readonly kind: 'word' | 'number' | 'sign';
  /** As written. */
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether nothing separates it from the token before it. */
  readonly glued: boolean;
}

/** Bounded, so that a run of parts is not read again from each of them. */
const ADDRESS =
  /[\p{L}\p{N}][\p{L}\p{N}_+-]{0,63}(?:\.[\p{L}\p{N}_+-]{1,63}){0,8}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|\p{L}[\p{L}\p{N}-]{1,63}(?:\.\p{L}[\p{L}\p{N}-]{1,63}){1,8}/u;
const DOTTED = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}){1,8}(?![\p{L}\p{N}])/u;
const NUMBER = /\p{N}+(?:[.,:]\p{N}+)*/u;
const LEADING_POINT = /(?<![\p{L}\p{N}])\.\p{N}+/u;
const WORD = /[\p{L}\p{M}]+(?:['’ʼ‘][\p{L}\p{M}]+)*/u;
/** A hyphen is a sign before a digit only: a minus or a range. Otherwise it is a mark. */
const SIGN =
  /(?<![\p{L}\p{M}])[-−–](?=[\p{N}$€£¥])|[$€£¥¢%‰°+=<>≥≤~&@#*/\\|^§\p{Emoji_Presentation}]/u;

const TOKEN = new RegExp(
  [
    `(?<address>${ADDRESS.source})`,
    `(?<dotted>${DOTTED.source})`,
    `(?<number>${NUMBER.source}|${LEADING_POINT.source})`,
    `(?<word>${WORD.source})`,
    `(?<sign>${SIGN.source})`,
  ].join('|'),
  'gu',
);

/** The tokens of a text, in order. "5pm" and "4b" are two tokens each. */
export function guardTokens(text: string): readonly GuardToken[] {
  const tokens: GuardToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const glued = tokens.at(-1)?.end === start;
    tokens.push({ kind: kindOf(match), text: match[0], key: keyOf(match), start, end, glued });
  }
  return tokens;
}

function kindOf({ groups }: RegExpExecArray): GuardToken['kind'] {
  if (groups?.['number'] !== undefined) return 'number';
  return groups?.['sign'] === undefined ? 'word' : 'sign';
}

function keyOf({ 0: text }: RegExpExecArray): string {
  return text.toLowerCase().normalize('NFC').replace(/[’ʼ‘]/gu, "'").replace(/[−–]/gu, '-');
}
