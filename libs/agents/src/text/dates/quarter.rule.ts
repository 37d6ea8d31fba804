import { calendarDay, dayAt, factDate, type DayNumber } from './calendar.ts';
import { patternRule, words } from './date-rule.ts';
import { directionOf, type Direction } from './direction.ts';

const ORDINALS = [
  /^(?:first|erst|prem|prim)/iu,
  /^(?:second|zweit|deux|segund)/iu,
  /^(?:third|dritt|trois|tercer)/iu,
  /^(?:fourth|viert|quatr|cuart)/iu,
];
const YEAR = '(?:,? (?:of |de |del )?(?<year>20\\d\\d))?';

/** "Q1", "Q3 2027", "the second quarter". */
export const quarter = patternRule(
  {
    en: words(`(?:q(?<digit>[1-4])|(?<word>first|second|third|fourth) quarter)${YEAR}`),
    de: words(
      `(?:q(?<digit>[1-4])|(?<word>(?:erste|zweite|dritte|vierte)[nsmr]?) quartals?)${YEAR}`,
    ),
    fr: words(
      `(?:[tq](?<digit>[1-4])|(?<word>premier|deuxième|troisième|quatrième) trimestre)${YEAR}`,
    ),
    es: words(`(?:[tq](?<digit>[1-4])|(?<word>primer|segundo|tercer|cuarto) trimestre)${YEAR}`),
  },
  ({ 0: text, index, groups = {} }, piece) => {
    const word = groups['word'] ?? '';
    const number = Number(groups['digit'] ?? ORDINALS.findIndex((each) => each.test(word)) + 1);
    const direction = directionOf(piece, index, index + text.length);
    const day = groups['year']
      ? dayAt(Number(groups['year']), 3 * number - 2)
      : quarterInYear(number, piece.today, direction);
    return factDate(day, 'quarter');
  },
);

/** First day of the quarter (1 to 4) that is meant. */
function quarterInYear(number: number, today: DayNumber, direction: Direction): DayNumber {
  const { year, month } = calendarDay(today);
  const now = Math.ceil(month / 3);
  const ahead = (number - now + 4) % 4;
  const back = ahead > 0 && (direction === 'past' || (direction === 'nearest' && ahead > 2));
  return dayAt(year, 3 * (now + ahead - (back ? 4 : 0)) - 2);
}
