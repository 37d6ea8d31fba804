import { lettersApart } from './spelling.ts';
import { guardTokens, type GuardToken } from './tokens.ts';

/** Negating words of English and of other commonly spoken languages. */
const NEGATIONS = new Set(
  [
    'not never no without nor none nothing nobody neither nowhere cannot nope hardly barely',
    'nicht kein keine keinen keinem keiner keines nie niemals ohne nichts niemand',
    'pas jamais sans aucun aucune rien nunca jamás sin ningún ninguna nada não sem nem',
    'non senza niente nessuno niet geen nooit zonder',
  ]
    .join(' ')
    .split(' '),
);
const CONTRACTION =
  /^(do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should|must|need|might|sha|ai)n'?t$/u;
/** Words that look like a contracted negation without its apostrophe but are none. */
const OTHER_WORDS = new Set(['want', 'went']);
const NEGATIONS_WITHIN_WORDS = /[不没沒無无未勿莫别別]|ない|ません|않|없/gu;

/** How far a negation may move, in words, in addition to the words added or removed. */
const MOST_MOVED = 3;

/** Up to this share of differing letters, two words count as two spellings of one word. */
const OTHER_SPELLING = 0.4;

interface Negation {
  readonly place: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Whether two texts negate the same statements: they have equally many negations, and each is next
 * to a word that it was next to before, so none has moved to another statement. A glossary term may
 * have replaced that word.
 */
export function hasSameNegations(
  raw: readonly GuardToken[],
  now: readonly GuardToken[],
  glossary: readonly string[],
): boolean {
  const [before, after] = [negationsIn(raw), negationsIn(now)];
  if (before.length !== after.length) return false;
  if (countWithinWords(raw) !== countWithinWords(now)) return false;
  const terms = new Set(glossary.flatMap((term) => guardTokens(term)).map(({ key }) => key));
  const mostMoved = MOST_MOVED + Math.abs(raw.length - now.length);
  return before.every((negation, n) => {
    const other = after[n];
    if (other === undefined || Math.abs(negation.place - other.place) > mostMoved) return false;
    return (
      sameWord(negation.before, other.before, terms) || sameWord(negation.after, other.after, terms)
    );
  });
}

/** Whether two words are the same apart from spelling. */
function sameWord(raw: string, now: string, terms: ReadonlySet<string>): boolean {
  return terms.has(now) || lettersApart(raw, now) <= OTHER_SPELLING;
}

function negationsIn(tokens: readonly GuardToken[]): readonly Negation[] {
  const words = tokens.flatMap(({ key }) => parts(key));
  return words.flatMap((word, place) =>
    NEGATIONS.has(word)
      ? [{ place, before: words[place - 1] ?? '', after: words[place + 1] ?? '' }]
      : [],
  );
}

/** "don't" as "do not", so that both spellings compare as the same. */
function parts(key: string): readonly string[] {
  if (key === 'cannot') return ['can', 'not'];
  const helper = OTHER_WORDS.has(key) ? undefined : CONTRACTION.exec(key)?.[1];
  if (helper === undefined) return [key];
  return [{ ca: 'can', wo: 'will', sha: 'shall' }[helper] ?? helper, 'not'];
}

function countWithinWords(tokens: readonly GuardToken[]): number {
  return tokens.reduce((sum, { key }) => sum + (key.match(NEGATIONS_WITHIN_WORDS)?.length ?? 0), 0);
}
