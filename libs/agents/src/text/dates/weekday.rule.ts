import { factDate, weekdayOf, type DayNumber } from './calendar.ts';
import { patternRule, words, type DatePiece } from './date-rule.ts';
import { directionOf } from './direction.ts';
import { anyOf, indexIn, numberIn, WEEKDAYS } from './word-tables.ts';

const day = (language: keyof typeof WEEKDAYS) => `(?<day>${anyOf(WEEKDAYS[language])})`;

/** "every Friday" is no date. Short names such as "sat" are read after a preposition only. */
const PATTERNS = {
  en: words(
    `(?:(?<weeks>a|one|two|three) weeks? (?:from|after) )?(?:(?<which>this|next|last|this past|this coming|coming|the following) )?${day('en')}(?<more> week| after next)?(?!s)`,
  ),
  de: words(
    `(?:(?<which>nächste[nrm]?|kommende[nrm]?|letzte[nrm]?|vergangene[nrm]?|diese[nrm]?) )?${day('de')}`,
  ),
  fr: words(`${day('fr')}(?: (?<which>prochain|dernier))?`),
  es: words(
    `(?:(?<which>próximo|pasado|este) )?${day('es')}(?: (?<after>que viene|pasado|próximo))?`,
  ),
};

const RECURRING =
  /(?:\b(?:every|each|most|on any|jeden|alle|chaque|tous les|cada|todos los))\s*$/iu;
const AFTER_PREPOSITION = /\b(?:on|by|until|till|before|next|last|this|since|from|to)\s*$/iu;
const NEXT = /^(?:next|the following|nächste|prochain)/iu;
const LAST = /^(?:last|this past|letzte|vergangene|dernier|pasado)/iu;

/** "on Friday", "next Friday" (of the next week), "last Friday", "a week from Friday", "Friday week". */
export const weekday = patternRule(PATTERNS, (match, piece) => {
  const groups = match.groups ?? {};
  const name = groups['day'] ?? '';
  const before = piece.text.slice(Math.max(0, match.index - 12), match.index);
  if (RECURRING.test(before) || isOfMonth(match, piece.text)) return null;
  if (
    name.length < 5 &&
    piece.language === 'en' &&
    !groups['which'] &&
    !AFTER_PREPOSITION.test(before)
  )
    return null;
  const which = groups['which'] ?? groups['after'] ?? '';
  const end = match.index + match[0].length;
  const first = whichDay(indexIn(WEEKDAYS[piece.language], name), which, piece, match.index, end);
  const weeks = groups['weeks'] ? (numberIn('en', groups['weeks']) ?? 0) : groups['more'] ? 1 : 0;
  return factDate(first + 7 * weeks);
});

/** "the first Monday in March": not a Monday near the day on which it is said. */
function isOfMonth({ index, 0: found }: RegExpExecArray, text: string): boolean {
  const until = text.slice(Math.max(0, index - 12), index + found.length);
  const end = index + found.length;
  return ORDINAL.test(until) && OF_MONTH.test(text.slice(end, end + 12));
}

const ORDINAL =
  /(?<!\p{L})(?:first|second|third|fourth|last|1st|2nd|3rd|4th|erste[nrm]?|zweite[nrm]?|dritte[nrm]?|vierte[nrm]?|letzte[nrm]?|premier|deuxième|dernier|primer|segundo|tercer|último) \p{L}+$/iu;
const OF_MONTH = /^\s+(?:in|of|im|des|de|d['’]|du)\s?\p{L}/iu;

function whichDay(
  index: number,
  which: string,
  piece: DatePiece,
  start: number,
  end: number,
): DayNumber {
  const now = weekdayOf(piece.today);
  const ahead = ((index - now + 6) % 7) + 1;
  if (NEXT.test(which)) return piece.today - now + 7 + index;
  const behind = LAST.test(which) || (which === '' && directionOf(piece, start, end) === 'past');
  return behind ? piece.today + ((index - now - 6) % 7) - 1 : piece.today + ahead;
}
