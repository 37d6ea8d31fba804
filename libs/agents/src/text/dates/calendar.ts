import type { DatePrecision, FactDate } from '#contracts/model';

const DAY_MS = 86_400_000;

/** A day as the number of days since 1 January 1970. No time zone is involved. */
export type DayNumber = number;

/** Year, month (1 to 12) and day of the month. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of an ISO 8601 date. */
export function dayNumber(date: string): DayNumber {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The day of a year, a month and a day of it; months and days beyond the end continue after it. */
export function dayAt(year: number, month: number, day = 1): DayNumber {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Year, month and day of the month. */
export function calendarDay(day: DayNumber): CalendarDay {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Day of the week: 0 Monday to 6 Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Whether there is such a day, which 30 February is not. */
export function isDay({ year, month, day }: CalendarDay): boolean {
  const found = calendarDay(dayAt(year, month, day));
  return found.month === month && found.day === day && found.year === year;
}

/** A day with its precision, as facts hold it. */
export function factDate(day: DayNumber, precision: DatePrecision = 'day'): FactDate {
  return { date: new Date(day * DAY_MS).toISOString().slice(0, 10), precision };
}

/** The last day of what a date stands for: of its month, quarter or year. */
export function lastDay({ date, precision }: FactDate): DayNumber {
  const first = dayNumber(date);
  const { year, month } = calendarDay(first);
  const months = { day: 0, month: 1, quarter: 3, year: 12 }[precision];
  return months === 0 ? first : dayAt(year, month + months) - 1;
}
