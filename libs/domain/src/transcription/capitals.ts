/**
 * What a capital says in a language. `openers`: words are known that only have one at the beginning of a sentence.
 * `sentences`: beginnings of sentences and names have one. `nouns`: all nouns have one, so it says nothing. `none`: nothing is
 * known of the language, or it has another full stop.
 */
export type Capitals = 'openers' | 'sentences' | 'nouns' | 'none';

/** Languages whose nouns begin with a capital. */
const NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);
/** Armenian has capitals, and a full stop of its own. Scripts without capitals need no entry: they have none to be found. */
const OTHER_FULL_STOP: ReadonlySet<string> = new Set(['hy']);

/** @param language ISO 639-1, or `und` */
export function capitalsOf(language: string): Capitals {
  if (language === 'en') return 'openers';
  if (language === 'und' || OTHER_FULL_STOP.has(language)) return 'none';
  return NOUNS.has(language) ? 'nouns' : 'sentences';
}
