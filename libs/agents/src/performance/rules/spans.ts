import { calendarDay, dayAt, type DayNumber, isDay } from '../../text/dates/calendar.ts';

/** Days of a unit of time; `null` for months, which differ. In English, German, French and Spanish. */
const DAYS: ReadonlyMap<string, number | null> = new Map([
  ...['day', 'tag', 'tage', 'tagen', 'jour', 'día'].map((unit) => [unit, 1] as const),
  ...['week', 'woche', 'wochen', 'semaine', 'semana'].map((unit) => [unit, 7] as const),
  ...['fortnight'].map((unit) => [unit, 14] as const),
  ...['month', 'monat', 'monate', 'monaten', 'mois', 'mese', 'meses', 'mes'].map(
    (unit) => [unit, null] as const,
  ),
]);

/** Whether a unit is one by which dates are moved: days, weeks, or months. */
export function isSpan(unit: string): boolean {
  return DAYS.has(unit.toLowerCase());
}

/**
 * A day moved by a number of units.
 * @param by negative for an earlier day; of months, the last day of a shorter one is taken
 * @returns `null` when it is no whole number, too large, or no such unit
 */
export function movedBy(day: DayNumber, by: number, unit: string): DayNumber | null {
  const days = DAYS.get(unit.toLowerCase());
  if (days === undefined || !Number.isInteger(by) || Math.abs(by) > MOST) return null;
  return days === null ? movedByMonths(day, by) : day + by * days;
}

/** Nobody moves a date by more of any unit. */
const MOST = 366;

function movedByMonths(from: DayNumber, by: number): DayNumber {
  const { year, month, day } = calendarDay(from);
  const months = year * 12 + month - 1 + by;
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  const last = [day, 30, 29, 28].find((each) => each <= day && isDay({ ...target, day: each }));
  return dayAt(target.year, target.month, last ?? 28);
}
