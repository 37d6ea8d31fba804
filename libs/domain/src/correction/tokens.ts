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
  const fluent: SoundedToken[] = [];
  for (const token of tokens.filter(({ key }) => !FILLERS.has(key))) {
    fluent.push(sounded(token, fluent.at(-1)));
    const length = repeatedLength(fluent);
    if (length > 0) fluent.length -= length;
  }
  return fluent.map(({ token }) => token);
}

/** A token, with what is compared for each phrase that it may be part of. */
interface SoundedToken {
  readonly token: GuardToken;
  /** "dont" and "don't" sound the same. */
  readonly sound: string;
  /** How many numbers stand in a row up to this token; 0 if it is none. */
  readonly numbers: number;
}

function sounded(token: GuardToken, before: SoundedToken | undefined): SoundedToken {
  const numbers = /^[-−]?\p{N}/u.test(token.key) ? (before?.numbers ?? 0) + 1 : 0;
  return { token, sound: token.key.replaceAll("'", ''), numbers };
}

/** Length in tokens of the shortest phrase that is repeated at the end; 0 when there is none. */
function repeatedLength(tokens: readonly SoundedToken[]): number {
  const numbers = tokens.at(-1)?.numbers ?? 0;
  const longest = Math.min(LONGEST_PHRASE, Math.floor(tokens.length / 2));
  // A phrase that consists of numbers only is no stutter, so the shortest has one token more.
  for (let length = numbers + 1; length <= longest; length += 1) {
    if (repeatsBefore(tokens, length)) return length;
  }
  return 0;
}

function repeatsBefore(tokens: readonly SoundedToken[], length: number): boolean {
  for (let at = tokens.length - length; at < tokens.length; at += 1) {
    if (tokens[at]?.sound !== tokens[at - length]?.sound) return false;
  }
  return true;
}
