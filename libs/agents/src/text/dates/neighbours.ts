import { calendarDay, dayAt, dayNumber, factDate, isDay } from './calendar.ts';
import type { DateMatch } from './date-rule.ts';

const WEEKDAY = /^\p{L}+day$/iu;
/** Weekdays of French and Spanish do not end alike. */
const OTHER_WEEKDAY =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mittwoch|dienstag|\p{L}+tag|sonnabend)$/iu;
const JOINS_WEEKDAY = /^,? (?:the |den |dem |der |le |el )?$/u;
const DAY_OF_MONTH = /\d|(?:first|second|third|\p{L}{3,}th|\p{L}{4,}tieth)(?![\p{L}])/iu;
const JOINS_RANGE = /^(?: of)? (?:to|and|until|or|bis|zum|bis zum) (?:the )?$/iu;

/** Of dates that overlap, the longest one that starts first. */
export function withoutOverlaps(matches: readonly DateMatch[]): readonly DateMatch[] {
  const ordered = matches.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateMatch[] = [];
  for (const match of ordered) {
    if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  }
  return kept;
}

/**
 * Reads a date together with the one after it: "Friday the 4th" is one date, and in "from the 3rd
 * to the 17th of March" both are in March.
 */
export function withNeighbours(matches: readonly DateMatch[], text: string): readonly DateMatch[] {
  return matches.flatMap((match, index) => {
    const previous = matches[index - 1];
    const next = matches[index + 1];
    if (next && isWeekdayOf(match, next, text)) return [];
    if (previous && isWeekdayOf(previous, match, text))
      return [{ ...match, start: previous.start }];
    return [next ? inMonthOf(match, next, text) : match];
  });
}

function isWeekdayOf(match: DateMatch, next: DateMatch, text: string): boolean {
  return (
    isWeekday(text.slice(match.start, match.end)) &&
    JOINS_WEEKDAY.test(text.slice(match.end, next.start)) &&
    next.on.precision === 'day' &&
    DAY_OF_MONTH.test(text.slice(next.start, next.end))
  );
}

function isWeekday(word: string): boolean {
  return WEEKDAY.test(word) || OTHER_WEEKDAY.test(word);
}

function inMonthOf(match: DateMatch, next: DateMatch, text: string): DateMatch {
  const bare = /^\d{1,2}(?:st|nd|rd|th|\.)?$/iu.exec(text.slice(match.start, match.end));
  if (!bare || !JOINS_RANGE.test(text.slice(match.end, next.start))) return match;
  if (next.on.precision !== 'day') return match;
  const { year, month } = calendarDay(dayNumber(next.on.date));
  const day = Number.parseInt(bare[0], 10);
  return isDay({ year, month, day }) ? { ...match, on: factDate(dayAt(year, month, day)) } : match;
}
