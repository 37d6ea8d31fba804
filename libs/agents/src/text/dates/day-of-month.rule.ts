import { calendarDay, dayAt, factDate, isDay, type DayNumber } from './calendar.ts';
import { STANDS_ALONE } from './closed-class.ts';
import { type DateRule, patternRule, words } from './date-rule.ts';
import { directionOf, type Direction } from './direction.ts';

const ORDINALS = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth ' +
  'fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first ' +
  'twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth ' +
  'twenty-ninth thirtieth thirty-first'
).split(' ');

/** Longest first, so that "twenty-first" is not read as "twenty". "By the second" is no date. */
const WORDS = ORDINALS.filter((word) => word !== 'second')
  .toReversed()
  .map((word) => word.replace('-', '[- ]'));

const ENGLISH_BEFORE =
  "(?<=(?:is|was|be|now|['’]s|on|by|until|till|before|after|from|since|to|and|for|around|day)(?: \\w+day)?,? the )";

const OF_MONTH = / of /iu;

/** "the 3rd", "by the twenty-third", "am 3.": a day of this month or the one next to it. */
export const dayOfMonth: DateRule = (piece) =>
  found(piece).map((match) =>
    OF_MONTH.test(piece.text.slice(match.start, match.end)) ? match : { ...match, isDayOnly: true },
  );

const found = patternRule(
  {
    en: words(
      `(?:${ENGLISH_BEFORE}|(?=\\S+ of (?:this|next|last|the) month))(?<day>\\d{1,2}(?:st|nd|rd|th)|${WORDS.join('|')})(?: of (?<which>this|next|last|the) month|${STANDS_ALONE})`,
    ),
    de: words(`(?<=(?:am|zum|vom|ab dem|den|dem|bis) )(?<day>\\d{1,2})\\.${STANDS_ALONE}`),
    fr: words(`(?<=(?:le|au|du|avant le) )(?<day>\\d{1,2})${STANDS_ALONE}`),
    es: words(`(?<=(?:el|al|del|antes del) )(?<day>\\d{1,2})${STANDS_ALONE}`),
  },
  ({ 0: text, index, groups = {} }, piece) => {
    const day = dayIn(groups['day'] ?? '');
    const { year, month } = calendarDay(piece.today);
    const steps = { this: 0, the: 0, next: 1, last: -1 }[groups['which'] ?? ''];
    if (steps !== undefined) return factDate(dayAt(year, month + steps, day));
    const near = nearMonth(day, piece.today, directionOf(piece, index, index + text.length));
    return near === null ? null : factDate(near);
  },
);

function dayIn(word: string): number {
  const digits = /^\d+/.exec(word)?.[0];
  return digits ? Number(digits) : ORDINALS.indexOf(word.toLowerCase().replace(' ', '-')) + 1;
}

/** The next such day, or the last one in a sentence about the past. */
function nearMonth(day: number, today: DayNumber, direction: Direction): DayNumber | null {
  const { year, month } = calendarDay(today);
  const steps = direction === 'past' ? [0, -1, -2] : [0, 1, 2];
  const days = steps.flatMap((step) => {
    const first = calendarDay(dayAt(year, month + step));
    return isDay({ ...first, day }) ? [dayAt(first.year, first.month, day)] : [];
  });
  return days.find((each) => (direction === 'past' ? each <= today : each >= today)) ?? null;
}
