/** A word or number of a text, as guards compare it. */
export interface GuardToken {
  /** As it is written, with straight apostrophes. */
  readonly text: string;
  /** In lower case. */
  readonly key: string;
  /** Whether a sentence, or the text, begins with it. */
  readonly opensSentence: boolean;
  /** Whether only space or a hyphen lies between it and the token before. */
  readonly follows: boolean;
}

const TOKEN =
  /(?:(?<![\p{L}\p{N}])[-−](?=\p{N}))?\p{N}+(?:[.,:/]\p{N}+)*\p{L}*|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*\p{N}*/gu;
/** The beginning of a word that is begun again: "w- we", "th-that". */
const FALSE_START = /(?<![\p{L}\p{N}'])(\p{L}{1,3})-\s*(?=\1)/giu;
const SENTENCE_END = /[.!?…:。！？]["')\]]*\s|[\n"“(]/u;
const FILLERS = new Set(['um', 'uh', 'uhm', 'umm', 'er', 'erm', 'hm', 'hmm', 'mhm', 'ah']);
/** Longest phrase that counts as said twice; longer ones are repeated on purpose or are loops. */
const LONGEST_PHRASE = 30;

/** The tokens of a text. A word that was begun and broken off right before itself is left out. */
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
 * The tokens without what a speaker does not mean to say: sounds of hesitation, and phrases that
 * follow themselves. A repeated run of mere digits stays: it may be a telephone number.
 */
export function meantTokens(tokens: readonly GuardToken[]): readonly GuardToken[] {
  const meant: GuardToken[] = [];
  for (const token of tokens.filter(({ key }) => !FILLERS.has(key))) {
    meant.push(token);
    const length = repeatedLength(meant);
    if (length > 0) meant.length -= length;
  }
  return meant;
}

/** Length of the shortest phrase that stands twice at the end; 0 when there is none. */
function repeatedLength(tokens: readonly GuardToken[]): number {
  const longest = Math.min(LONGEST_PHRASE, Math.floor(tokens.length / 2));
  for (let length = 1; length <= longest; length += 1) {
    if (!standsBefore(tokens, length)) continue;
    if (tokens.slice(-length).some(({ key }) => !/^[-−]?\p{N}/u.test(key))) return length;
  }
  return 0;
}

function standsBefore(tokens: readonly GuardToken[], length: number): boolean {
  for (let back = 1; back <= length; back += 1) {
    if (bare(tokens.at(-back)) !== bare(tokens.at(-back - length))) return false;
  }
  return true;
}

/** "dont" and "don't" are said alike. */
function bare(token: GuardToken | undefined): string | undefined {
  return token?.key.replaceAll("'", '');
}
