import { calendarDay, dayAt, dayNumber, type DayNumber, factDate, isDay } from './calendar.ts';
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

/** What brings dates forward: a later day in a sentence may then be an earlier one. */
const EARLIER =
  /(?<![\p{L}])(?:forward|earlier|early|sooner|vorgezogen|früher|avanc\p{L}*|adelant\p{L}*)(?![\p{L}])/iu;

/**
 * Days without a month follow each other: said in November, "the test on the third, the launch on
 * the seventeenth" are both in December.
 */
export function inOrder(
  matches: readonly DateMatch[],
  text: string,
  today: DayNumber,
): readonly DateMatch[] {
  if (EARLIER.test(text)) return matches;
  const ordered: DateMatch[] = [];
  for (const match of matches) ordered.push(after(ordered.at(-1), match, today));
  return ordered;
}

function after(previous: DateMatch | undefined, match: DateMatch, today: DayNumber): DateMatch {
  if (match.isDayOnly !== true || previous?.on.precision !== 'day') return match;
  const [before, day] = [dayNumber(previous.on.date), dayNumber(match.on.date)];
  if (before < today || day < today || day >= before) return match;
  const { year, month } = calendarDay(before);
  const same = { year, month, day: calendarDay(day).day };
  const isLater = isDay(same) && dayAt(year, month, same.day) > before;
  return isLater ? { ...match, on: factDate(dayAt(year, month, same.day)) } : match;
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
