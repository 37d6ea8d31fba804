/** A word or number of a text, in the form that guards compare. */
export interface GuardToken {
  /** As written, with straight apostrophes. */
  readonly text: string;
  /** In lower case. */
  readonly key: string;
  /** Whether it is the first token of a sentence or of the text. */
  readonly opensSentence: boolean;
  /** Whether only spaces or hyphens separate it from the token before. */
  readonly follows: boolean;
}

const TOKEN =
  /(?:(?<![\p{L}\p{N}])[-−](?=\p{N}))?\p{N}+(?:[.,:/]\p{N}+)*\p{L}*|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*\p{N}*/gu;
/** The first letters of a word that the speaker starts again: "w- we", "th-that". */
const FALSE_START = /(?<![\p{L}\p{N}'])(\p{L}{1,3})-\s*(?=\1)/giu;
const SENTENCE_END = /[.!?…:。！？]["')\]]*\s|[\n"“(]/u;
const FILLERS = new Set(['um', 'uh', 'uhm', 'umm', 'er', 'erm', 'hm', 'hmm', 'mhm', 'ah']);
/** Longest phrase that counts as a stutter. Longer ones are repeated on purpose or are loops. */
const LONGEST_PHRASE = 30;

/** The tokens of a text, without false starts of words. */
export function guardTokens(text: string): readonly GuardToken[] {
  const plain = text.replace(/[’‘ʼ]/gu, "'").replace(FALSE_START, '');
  const tokens: GuardToken[] = [];
  let end = 0;
  for (const match of plain.matchAll(TOKEN)) {
    const between = plain.slice(end, match.index);
    const opensSentence = tokens.length === 0 || SENTENCE_END.test(between);
    const follows = tokens.length > 0 && /^[\s-]*$/u.test(between);
    tokens.push({ text: match[0], key: match[0].toLowerCase(), opensSentence, follows });
    end = match.index + match[0].length;
  }
  return tokens;
}

/**
 * The tokens without filler words and without phrases said twice in a row. A repeated run of digits
 * stays, because it may be part of a telephone number.
 */
export function withoutDisfluencies(tokens: readonly GuardToken[]): readonly GuardToken[] {
  const fluent: GuardToken[] = [];
  for (const token of tokens.filter(({ key }) => !FILLERS.has(key))) {
    fluent.push(token);
    const length = repeatedLength(fluent);
    if (length > 0) fluent.length -= length;
  }
  return fluent;
}

/** Length in tokens of the shortest phrase that is repeated at the end; 0 when there is none. */
function repeatedLength(tokens: readonly GuardToken[]): number {
  const longest = Math.min(LONGEST_PHRASE, Math.floor(tokens.length / 2));
  for (let length = 1; length <= longest; length += 1) {
    if (!repeatsBefore(tokens, length)) continue;
    if (tokens.slice(-length).some(({ key }) => !/^[-−]?\p{N}/u.test(key))) return length;
  }
  return 0;
}

function repeatsBefore(tokens: readonly GuardToken[], length: number): boolean {
  for (let back = 1; back <= length; back += 1) {
    if (withoutApostrophes(tokens.at(-back)) !== withoutApostrophes(tokens.at(-back - length)))
      return false;
  }
  return true;
}

/** "dont" and "don't" sound the same. */
function withoutApostrophes(token: GuardToken | undefined): string | undefined {
  return token?.key.replaceAll("'", '');
}
