import type { Language } from '../language.ts';
import { singular } from '../singular.ts';
import type { Token } from './tokens.ts';

/** A unit after a number. */
export interface FoundUnit {
  /** In the singular and lower case. */
  readonly unit: string;
  /** Index of the token after it. */
  readonly next: number;
}

const MEASURES = new Map(
  Object.entries({
    ms: 'millisecond',
    msec: 'millisecond',
    s: 'second',
    sec: 'second',
    secs: 'second',
    min: 'minute',
    mins: 'minute',
    h: 'hour',
    hr: 'hour',
    hrs: 'hour',
    kg: 'kilogram',
    g: 'gram',
    km: 'kilometre',
    m: 'metre',
    cm: 'centimetre',
    mm: 'millimetre',
    l: 'litre',
    gb: 'gigabyte',
    tb: 'terabyte',
    kb: 'kilobyte',
    px: 'pixel',
    people: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    staff: 'staff',
    personnes: 'person',
    mois: 'month',
    mb: 'megabyte',
  }),
);

/** Words that end in "s" and are no unit, or stand between a number and something else. */
const NOT_UNITS = new Set(
  (
    'is was has does its this his hers ours yours theirs us as plus minus less versus vs yes always ' +
    'perhaps besides sometimes afterwards towards across unless thus costs goes comes says means ' +
    'makes gets needs wants looks seems looks sounds works lands covers includes remains stays tops ' +
    'les des nous vous pas mais dans sans plus los las nos más menos tras pues ' +
    'more extra additional of for on in at by to from with and or so then than that the a an'
  ).split(' '),
);

/** Words that may stand between a number and a plural noun are never one of these. */
const STOPS_SEARCH = new Set(
  (
    'and or so then than that the a an of for on in at by to from with is are was were be been i we ' +
    'you he she it they will would can could may might should must not but if because when while ' +
    'each per every last next this these those went came got spent paid cost left over under'
  ).split(' '),
);

/** Adjectives between a number and its noun: "40 active users". */
const MAX_ADJECTIVES = 2;

/** The unit that begins at a token; `null` when a plain number stands there. */
export function unitAt(tokens: readonly Token[], at: number, language: Language): FoundUnit | null {
  const first = tokens[at]?.text === '-' && !tokens[at].spaced ? at + 1 : at;
  const measure = MEASURES.get(tokens[first]?.lower ?? '');
  if (measure !== undefined) return { unit: measure, next: first + 1 };
  if (language === 'de') return germanUnit(tokens[first], first);
  for (let index = first; index <= first + MAX_ADJECTIVES; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word' || STOPS_SEARCH.has(token.lower)) return null;
    if (isPlural(token)) return { unit: singular(token.lower), next: index + 1 };
  }
  return null;
}

function isPlural({ lower }: Token): boolean {
  return (
    lower.length > 2 && /[^s'i]s$/.test(lower) && !lower.includes("'") && !NOT_UNITS.has(lower)
  );
}

/** German nouns are capitalised; their plural has many forms and is kept. */
function germanUnit(token: Token | undefined, at: number): FoundUnit | null {
  const isNoun = token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text);
  return isNoun ? { unit: token.lower, next: at + 1 } : null;
}
