import { calendarDay, dayAt, type DayNumber } from './calendar.ts';
import { type DatePiece, words } from './date-rule.ts';

/** Whether a date without a year lies ahead, behind, or nearby: just behind, or else ahead. */
export type Direction = 'past' | 'future' | 'nearest';

const JUST_BEFORE_PAST =
  /(?:\b(?:last|past|previous|since|way back in)|\b(?:letzte[nmrs]?|vergangene[nmrs]?|seit)|\b(?:depuis)|\b(?:desde|pasado))(?: the| dem)?\s*$/iu;
/** "Back in March" was; "I'll give it back in March" will be, and so may "back on Monday". */
const BACK_IN = /\bback in(?: the)?\s*$/iu;
const JUST_AFTER_PAST = /^\s*(?:last year|dernier|dernière|pasado|letzten jahres)(?![\p{L}])/iu;
const JUST_BEFORE_FUTURE =
  /(?:\b(?:to|by|until|till|before|next|coming)|\b(?:bis|vor|auf|nächste[nmrs]?|kommende[nmrs]?)|(?:jusqu['’]|avant)|\b(?:hasta|antes de|próximo))(?: the| zum| dem| den| au| le| el| del)?\s*(?:(?:mid|early|late|end of|the end of|start of|ende|mitte|anfang|fin|mi|début|finales de|mediados de|principios de)[\s-]+(?:of )?)?$/iu;
/** "For the 25th" lies ahead; "for March" may be what was paid for. */
const FOR = /\b(?:for|für|pour|para)(?: the| den| el| le)?\s*$/iu;
const DAY =
  /\d|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth)(?!\p{L})/iu;
/** "We booked the coach for January": what is booked is to come. */
const BOOKED =
  /(?<!\p{L})(?:booked|reserved|hired|rented|ordered|scheduled|gebucht|reserviert|gemietet|bestellt|réservé|loué|commandé|reservad[oa]|reservamos|alquilamos|alquilado)(?!\p{L})[^.;]{0,80}$/iu;

function isBooked(text: string, start: number): boolean {
  return BOOKED.test(text.slice(Math.max(0, start - 120), start));
}

const JUST_BEFORE_OPEN = /\b(?:from|vom|von|du|desde el|del)(?: the)?\s*$/iu;

const PAST = words(
  'was|were|did|had|paid|spent|sent|bought|got|went|came|met|made|took|began|lost|won|sold|said|gave|' +
    'saw|ran|left|brought|kept|held|told|wrote|chose|broke|built|(?<!to )hit|cost us|has been|have been|(?!need|speed|feed|proceed|exceed|indeed|planned|cancell|cancel|' +
    'scheduled|expected|agreed|targeted|moved|pushed|postponed|delayed|shifted|promised|decided|offered|wanted|asked|rescheduled|deferred|bed|red|led|shed)\\p{L}{2,}ed|' +
    'war|waren|hatte|hatten|haben|hat|wurde|wurden|était|avons|avez|ont|a (?:eu|été)|(?:on a|j.ai|il a|elle a) \\p{L}+(?:é|i|u|is|it)e?s?|' +
    'fue|fueron|era|hemos|pagamos|he \\p{L}+[ai]do',
);
const FUTURE = words(
  "to be|will|won't|we'll|i'll|they'll|he'll|she'll|it'll|shall|going to|gonna|plan|planned|planning|due|" +
    "deadline|want|wants|need|needs|should(?! have|[’']ve| of)|must|scheduled|expected|expect|target|aim|hope|goal|launch|" +
    'werde|wird|werden|soll|sollen|muss|müssen|geplant|fällig|allons|vais|va|devons|sera|prévu|' +
    'vamos|voy|será|debemos|previsto',
);

/** "On a repoussé la sortie au": what is moved to a day is yet to come. */
const MOVED_TO =
  /(?:repouss|report|décal|déplac|aplaz|pospuest|retrasa|adelanta)\p{L}*\s[^,.;]{0,40}(?<!\p{L})(?:au|al|a|hasta el)\s*$/iu;

/** Where a date of a piece without a year lies, by the words around it. */
export function directionOf({ text }: DatePiece, start: number, end: number): Direction {
  const before = text.slice(Math.max(0, start - 24), start);
  if (JUST_BEFORE_PAST.test(before) || JUST_AFTER_PAST.test(text.slice(end, end + 24)))
    return 'past';
  if (JUST_BEFORE_OPEN.test(before)) return 'nearest';
  if (JUST_BEFORE_FUTURE.test(before)) return 'future';
  if (MOVED_TO.test(text.slice(Math.max(0, start - 64), start))) return 'future';
  if (FOR.test(before) && (DAY.test(text.slice(start, end)) || isBooked(text, start))) {
    return 'future';
  }
  const near = tenseOf(clauseAround(text, start, end));
  if (BACK_IN.test(before) && near !== 'future') return 'past';
  return near === 'nearest' ? tenseOf(text) : near;
}

/** Verbs in the present that speak of what is to come: "the bill comes in December". */
const COMING = words(
  '(?:goes|comes) (?:out|live|up)|(?:is|are|stays|remains)(?: now| still)? on|ist am|est le|es el|comes|arrives|starts|begins|opens|launches|ends|follows|happens|takes place|kommt|kommen|beginnt|startet|' +
    'folgt|arrive|commence|llega|empieza|comienza',
);

/** "It went out on the 3rd as planned" speaks of what was. */
const AS_PLANNED =
  /(?<![\p{L}])(?:as|like|wie|comme|como) (?:planned|expected|scheduled|promised|(?:i|we) (?:said|told you|mentioned)|geplant|erwartet|prévue?|previsto)(?![\p{L}])/giu;
/** "The launch went well": the noun is no plan there. */
const NOUN_OF_PAST =
  /(?<![\p{L}])(?:launch|deadline|target|goal)(?= (?:went|was|were|took|happened|had|passed)(?![\p{L}]))/giu;

/** "The fair's on the 12th". */
const SHORT_IS = /['’]s on(?!\p{L})/giu;

function tenseOf(words: string): Direction {
  const text = words
    .replace(AS_PLANNED, ' ')
    .replace(NOUN_OF_PAST, ' ')
    .replace(SHORT_IS, ' is on');
  const past = text.search(PAST) >= 0;
  const future = text.search(FUTURE) >= 0 || text.search(COMING) >= 0;
  if (past === future) return 'nearest';
  return past ? 'past' : 'future';
}

const CLAUSE_END = /[,;:]\s|\s(?:and|but|und|aber|et|mais|y|pero)\s/giu;

/** The part of a sentence in which a date stands: other parts may speak of other times. */
function clauseAround(text: string, start: number, end: number): string {
  const ends = [...text.matchAll(CLAUSE_END)];
  const before = ends.findLast(({ index }) => index < start);
  const after = ends.find(({ index }) => index >= end);
  return text.slice(before ? before.index + before[0].length : 0, after?.index ?? text.length);
}

/** Without a word that says so, people speak of what lies ahead, unless it has just been. */
const MAX_MONTHS_BACK = 3;
const MAX_DAYS_BACK = 92;

/** First day of the month (1 to 12) that is meant, for a month without a year. */
export function monthInYear(month: number, today: DayNumber, direction: Direction): DayNumber {
  const now = calendarDay(today);
  const ahead = (((month - now.month) % 12) + 12) % 12;
  const back =
    direction === 'past' || (direction === 'nearest' && ahead > 12 - MAX_MONTHS_BACK - 1);
  return dayAt(now.year, now.month + (back && ahead > 0 ? ahead - 12 : ahead));
}

/** The day of a month that is meant, for a day without a year. */
export function dayInYear(
  month: number,
  day: number,
  today: DayNumber,
  direction: Direction,
): DayNumber {
  const { year } = calendarDay(today);
  const days = [year - 1, year, year + 1].map((each) => dayAt(each, month, day));
  const behind = days.findLast((each) => each <= today) ?? today;
  const ahead = days.find((each) => each >= today) ?? today;
  const isBack = today - behind <= MAX_DAYS_BACK && today - behind < ahead - today;
  return direction === 'past' || (direction === 'nearest' && isBack) ? behind : ahead;
}
