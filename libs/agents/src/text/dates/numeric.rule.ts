import type { FactDate } from '#contracts/model';
import { type CalendarDay, calendarDay, dayAt, factDate, isDay } from './calendar.ts';
import { type DatePiece, type DateRule, patternRule } from './date-rule.ts';
import { dayInYear, directionOf } from './direction.ts';

/** Not within a longer number, such as a telephone number or a version. */
const FREE = { before: '(?<![\\p{L}\\p{N}][./-]?)', after: '(?![./-]?[\\p{L}\\p{N}])' };
const free = (pattern: string) => new RegExp(`${FREE.before}${pattern}${FREE.after}`, 'giu');
const inAll = (pattern: RegExp) => ({ en: pattern, de: pattern, fr: pattern, es: pattern });

/** "2026-12-01" */
const iso = patternRule(inAll(free('(\\d{4})-(\\d{2})-(\\d{2})')), ([, year, month, day]) =>
  existing({ year: Number(year), month: Number(month), day: Number(day) }),
);

/** "1.12.2026", "12/1/2026": with slashes the month comes first in English, if it can be one. */
const withYear = patternRule(
  inAll(free('(\\d{1,2})([./-])(\\d{1,2})\\2(20\\d{2}|19\\d{2})')),
  ([, first, mark, second, year], piece) =>
    existing({ year: Number(year), ...monthAndDay(Number(first), Number(second), mark, piece) }),
);

/** "on 12/1", "am 1.12.": after a word that dates follow, because "3/4" is a fraction. */
const withoutYear = patternRule(
  {
    en: free('(?<=\\b(?:on|by|until|till|before|since) )(\\d{1,2})(/)(\\d{1,2})'),
    de: free('(?<=\\b(?:am|bis|zum|vom|ab|den|dem) )(\\d{1,2})(\\.)(\\d{1,2})\\.?'),
    fr: free('(?<=\\b(?:le|du|au|avant le) )(\\d{1,2})(/)(\\d{1,2})'),
    es: free('(?<=\\b(?:el|del|al) )(\\d{1,2})(/)(\\d{1,2})'),
  },
  ({ 0: text, 1: first, 2: mark, 3: second, index }, piece) =>
    nearest(monthAndDay(Number(first), Number(second), mark, piece), piece, [
      index,
      index + text.length,
    ]),
);

function monthAndDay(
  first: number,
  second: number,
  mark: string | undefined,
  { language, order }: DatePiece,
) {
  const isUsual = mark === '/' && language === 'en';
  const isMonthFirst = mark === '.' || order === null ? isUsual : order === 'monthFirst';
  const monthFirst = second > 12 || (isMonthFirst && first <= 12);
  return monthFirst ? { month: first, day: second } : { month: second, day: first };
}

function existing(day: CalendarDay): FactDate | null {
  return isDay(day) ? factDate(dayAt(day.year, day.month, day.day)) : null;
}

function nearest(
  { month, day }: Omit<CalendarDay, 'year'>,
  piece: DatePiece,
  [start, end]: readonly [number, number],
): FactDate | null {
  const { year } = calendarDay(piece.today);
  if (!isDay({ year, month, day })) return null;
  return factDate(dayInYear(month, day, piece.today, directionOf(piece, start, end)));
}

/** Dates in numbers. */
export const numericDates: readonly DateRule[] = [iso, withYear, withoutYear];
