import { lettersApart } from './spelling.ts';
import { guardTokens, type GuardToken } from './tokens.ts';

/** Words that may be capitalised without being names. */
const NO_NAMES = new Set(
  "i i'm i'll i've i'd ok okay mr mrs ms dr tv pm am it he she we they you this that these those there here what who when where why how so and but or if then well yes no yeah oh now just also maybe the a an my our your his her their its let's lets it's that's there's he's she's what's who's here's where's how's when's everyone's someone's nobody not never no none nothing".split(
    ' ',
  ),
);
/** Words that show that the word before them is a name, at the start of a sentence. */
const AFTER_NAMES = new Set(
  'will said says is was has had and can could would should thinks wants asked told did does'.split(
    ' ',
  ),
);
/** From this share of differing letters on, two spellings count as two words. */
const OTHER_WORD = 0.6;

/**
 * Whether both texts have the same names in the same order. A name may become a glossary term that
 * resembles it, and may gain or lose its capital.
 */
export function hasSameNames(
  raw: readonly GuardToken[],
  now: readonly GuardToken[],
  glossary: readonly string[],
): boolean {
  const terms = new Set(glossary.flatMap((term) => guardTokens(term)).map(({ key }) => key));
  const names = new Set(
    [...namesIn(raw), ...namesIn(now)].map(withoutPossessive).filter((n) => !terms.has(n)),
  );
  const [before, after] = [raw, now].map((tokens) =>
    tokens.map(({ key }) => withoutPossessive(key)).filter((key) => names.has(key)),
  );
  const fresh = newTerms(raw, now, terms);
  const still = new Set(after);
  const kept = (before ?? []).filter((name) => still.has(name) || !resemblesAny(name, fresh));
  return kept.join(' ') === (after ?? []).join(' ');
}

function namesIn(tokens: readonly GuardToken[]): readonly string[] {
  if (tokens.every(({ text }) => text === text.toUpperCase())) return [];
  return tokens.filter((token, n) => isName(token, tokens[n + 1])).map(({ key }) => key);
}

function isName(token: GuardToken, next: GuardToken | undefined): boolean {
  if (!/^\p{Lu}/u.test(token.text) || NO_NAMES.has(token.key)) return false;
  // "Don't" and "We'll" are contractions, unlike "Tom's" and "O'Brien".
  if (/'(?:t|ll|re|ve|m|d)$/u.test(token.key)) return false;
  if (!token.opensSentence) return true;
  return token.key.endsWith("'s") || (next !== undefined && AFTER_NAMES.has(next.key));
}

function withoutPossessive(key: string): string {
  return key.replace(/'s$/u, '');
}

/** Glossary terms that occur more often than before. */
function newTerms(
  raw: readonly GuardToken[],
  now: readonly GuardToken[],
  terms: ReadonlySet<string>,
): readonly string[] {
  const [had, has] = [raw, now].map((tokens) => counts(tokens, terms));
  return [...(has ?? [])].flatMap(([key, times]) => (times > (had?.get(key) ?? 0) ? [key] : []));
}

function counts(tokens: readonly GuardToken[], terms: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of tokens.map((token) => withoutPossessive(token.key))) {
    if (terms.has(key)) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function resemblesAny(name: string, terms: readonly string[]): boolean {
  return terms.some((term) => term.includes(name) || lettersApart(name, term) < OTHER_WORD);
}
