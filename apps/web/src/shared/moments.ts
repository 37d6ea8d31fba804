const DAY_MS = 24 * 60 * 60_000;
const NIGHT_ENDS_HOUR = 6;

/**
 * Formats a moment in local time.
 *
 * @param iso - The moment in ISO 8601.
 * @returns Such as `26 Nov 2026, 03:00`.
 */
export function formatMoment(iso: string): string {
  const at = new Date(iso);
  const date = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return `${date}, ${clockTimeOf(at)}`;
}

/**
 * Formats a moment in the near future in local time.
 *
 * @param iso - The moment in ISO 8601.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns `tonight at 03:00`, `today at 14:30`, `tomorrow at 14:30`, or `on Sunday 29 November at
 * 03:00`.
 */
export function formatUpcoming(iso: string, nowMs: number): string {
  const at = new Date(iso);
  return `${dayWords(at, nowMs)} at ${clockTimeOf(at)}`;
}

/** The days that a time span has, such as `1 day` or `3 days`; never less than one. */
export function formatDays(ms: number): string {
  const days = Math.max(1, Math.floor(ms / DAY_MS));
  return days === 1 ? '1 day' : `${days} days`;
}

function dayWords(at: Date, nowMs: number): string {
  const aheadMs = at.getTime() - nowMs;
  if (at.getHours() < NIGHT_ENDS_HOUR && aheadMs <= DAY_MS) return 'tonight';
  const daysAhead = Math.round((startOfDayMs(at) - startOfDayMs(new Date(nowMs))) / DAY_MS);
  if (daysAhead <= 0) return 'today';
  if (daysAhead === 1) return 'tomorrow';
  return `on ${at.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })}`;
}

function startOfDayMs(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

function clockTimeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
