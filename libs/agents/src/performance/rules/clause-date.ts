import type { FactDate, FactDraft } from '#contracts/model';
import { calendarDay, dayAt, dayNumber, factDate, isDay } from '../../text/dates/calendar.ts';
import type { FoundDate } from '../../text/dates.ts';
import type { Clause } from './clauses.ts';
import type { FactPattern } from './pattern.ts';

/** The milestone that was talked of, when a clause is about the same. */
export function discussedIn(milestone: FactDraft | null, label: string | null): FactDraft | null {
  return milestone?.label.toLowerCase() === label?.toLowerCase() ? milestone : null;
}

/** Which of its dates a clause means. A day without a month is one of the month under discussion. */
export function dateOf(
  { dates: all, source }: Clause,
  { date, type }: FactPattern,
  discussed: FactDraft | null,
): FactDate | null {
  if (date === 'none') return null;
  const isDue = (found: FoundDate) => type !== 'commitment' || !isAttribute(found, source.text);
  const dates = all.filter(isDue);
  const found = date === 'last' ? dates.at(-1) : dates[0];
  if (!found) return null;
  const isGuess = found.isDayOnly === true && type === 'milestone';
  return isGuess && discussed?.on?.precision === 'day'
    ? inMonthOf(discussed.on, found.on)
    : found.on;
}

/** "It stays on the 29th", of a month that was named at another time. */
export function isOpenDay(
  { dates, text }: Clause,
  { type }: FactPattern,
  discussed: FactDraft | null,
): boolean {
  const isDayOnly = dates.some((date) => date.isDayOnly === true);
  return type === 'milestone' && isDayOnly && !discussed && STAYS.test(text);
}

const STAYS =
  /(?<![\p{L}])(?:stays?|remains?|keeps?|still|bleibt|bleiben|reste|restent|sigue|siguen)(?![\p{L}])/iu;

/** The day of a date in the month of another one, unless that month does not have it. */
function inMonthOf({ date: other }: FactDate, on: FactDate): FactDate {
  const { year, month } = calendarDay(dayNumber(other));
  const { day } = calendarDay(dayNumber(on.date));
  return isDay({ year, month, day }) ? factDate(dayAt(year, month, day)) : on;
}

/** "The numbers for November" are not due in it. */
function isAttribute({ on, start }: FoundDate, text: string): boolean {
  return on.precision !== 'day' && OF.test(text.slice(Math.max(0, start - 8), start));
}

const OF = /(?<![\p{L}])(?:for|of|from|für|von|vom|de|du|des|del) $/iu;
