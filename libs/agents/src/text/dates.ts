import type { FactDate } from '#contracts/model';
import { dayNumber } from './dates/calendar.ts';
import type { DateMatch, DateRule, DayOrder } from './dates/date-rule.ts';
import { dayOfMonth } from './dates/day-of-month.rule.ts';
import { dayWords } from './dates/day-words.rule.ts';
import { withEdge } from './dates/edges.ts';
import { holiday } from './dates/holiday.rule.ts';
import { namedDates } from './dates/named.rule.ts';
import { monthAlone } from './dates/month.rule.ts';
import { withNeighbours, withoutOverlaps } from './dates/neighbours.ts';
import { period } from './dates/period.rule.ts';
import { numericDates } from './dates/numeric.rule.ts';
import { type Piece, piecesOf } from './dates/pieces.ts';
import { quarter } from './dates/quarter.rule.ts';
import { spans } from './dates/span.rule.ts';
import { weekday } from './dates/weekday.rule.ts';
import { bareYear } from './dates/year.rule.ts';
import { languageOf } from './language.ts';

/** A date in a text. */
export interface FoundDate {
  readonly on: FactDate;
  readonly start: number;
  /** The character after the last. */
  readonly end: number;
  /** Whether only a day of the month was said, so that its month is a guess: "the 29th". */
  readonly isDayOnly?: boolean;
}

const RULES: readonly DateRule[] = [
  namedDates,
  ...numericDates,
  monthAlone,
  dayWords,
  weekday,
  period,
  quarter,
  ...spans,
  dayOfMonth,
  bareYear,
  holiday,
];

/**
 * Finds the dates of a text, absolute and relative ones, in English, German, French and Spanish.
 *
 * A date without a year is the nearest one, or the one ahead or behind that the words around it
 * speak of. "Next Friday" is that of the next week, which begins on Monday. A week that is not over
 * stands for its Friday. The time zone of the machine has no influence.
 * @param saidOn the day to which relative dates refer, ISO 8601 date
 * @param order of day and month in numbers, where a table or a project decides it
 * @returns in the order of the text, without overlaps; in time linear in its length
 */
export function findDates(
  text: string,
  saidOn: string,
  order: DayOrder | null = null,
): readonly FoundDate[] {
  const today = dayNumber(saidOn);
  return withoutOverlaps(piecesOf(text).flatMap((piece) => datesIn(piece, today, order)));
}

function datesIn(piece: Piece, today: number, order: DayOrder | null): readonly DateMatch[] {
  const { text } = piece;
  const of = { text, language: languageOf(text), today, order };
  const matches = withoutOverlaps(RULES.flatMap((rule) => rule(of)));
  return withNeighbours(matches, text)
    .map((match) => withEdge(match, text))
    .map(({ start, end, ...match }) => ({
      ...{ ...match, start: start + piece.start, end: end + piece.start },
    }))
    .filter((match) => match.start < piece.ownEnd);
}
