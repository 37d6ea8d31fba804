import { de, en, es, fr, type ParsedComponents, type ParsedResult } from 'chrono-node';
import type { FactDate } from '#contracts/model';
import type { Language } from '../language.ts';
import { calendarDay, dayAt, factDate, isDay } from './calendar.ts';
import { type DateMatch, type DatePiece, type DateRule, words } from './date-rule.ts';
import { dayInYear, directionOf } from './direction.ts';
import { anyOf, MONTHS } from './word-tables.ts';

const CHRONO = { en: en.strict, de: de.strict, fr: fr.strict, es: es.strict };

/** Without the name of a month there is nothing to find for the library. */
const month = (language: Language) => words(anyOf(MONTHS[language]));
const NAMES = { en: month('en'), de: month('de'), fr: month('fr'), es: month('es') };

/** Separates the ends of a range. */
const RANGE = /\s*(?:–|—|-|\bto\b|\buntil\b|\bthrough\b|\bbis\b|\bau\b|\bal?\b|\bhasta\b)\s*/iu;

/** "The 3 may wait" is no date. */
const LOWER_CASE_VERB = /^\d+ (?:may|march)$/u;
const AFTER_PREPOSITION = /\b(?:on|by|until|before|since|from) (?:the )?$/iu;

/**
 * Days with the name of a month. The library finds them; which year is meant is decided here,
 * because it uses the time zone of the machine for that.
 */
export const namedDates: DateRule = (piece) => {
  const { text, language, today } = piece;
  if (text.search(NAMES[language]) < 0) return [];
  const { year, month, day } = calendarDay(today);
  const reference = { instant: new Date(Date.UTC(year, month - 1, day, 12)), timezone: 0 };
  return CHRONO[language].parse(text, reference).flatMap((result) => datesOf(result, piece));
};

function datesOf(result: ParsedResult, piece: DatePiece): readonly DateMatch[] {
  const { text, index, start, end } = result;
  if (text.search(NAMES[piece.language]) < 0) return [];
  const range = end && RANGE.exec(text.slice(1));
  if (!range) return dateAt(start, index, index + text.length, piece);
  const middle = index + 1 + range.index;
  return [
    ...dateAt(start, index, middle, piece),
    ...dateAt(end, middle + range[0].length, index + text.length, piece),
  ];
}

function dateAt(
  components: ParsedComponents,
  start: number,
  end: number,
  piece: DatePiece,
): readonly DateMatch[] {
  const { text } = piece;
  if (!components.isCertain('month') || !components.isCertain('day')) return [];
  if (
    LOWER_CASE_VERB.test(text.slice(start, end)) &&
    !AFTER_PREPOSITION.test(text.slice(0, start))
  ) {
    return [];
  }
  const on = resolve(components, piece, start, end);
  return on ? [{ on, start, end }] : [];
}

function resolve(
  components: ParsedComponents,
  piece: DatePiece,
  start: number,
  end: number,
): FactDate | null {
  const month = components.get('month') ?? 1;
  const day = components.get('day') ?? 1;
  if (!components.isCertain('year')) {
    return factDate(dayInYear(month, day, piece.today, directionOf(piece, start, end)));
  }
  const year = components.get('year') ?? 0;
  return isDay({ year, month, day }) ? factDate(dayAt(year, month, day)) : null;
}
