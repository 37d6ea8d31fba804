const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * Formats a position in a recording.
 *
 * @param ms - Milliseconds; negative values count as zero.
 * @returns `0:07`, `12:03` or `1:02:03`.
 */
export function formatPosition(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND_MS);
  const minutes = Math.floor(seconds / 60);
  const tail = twoDigits(seconds % 60);
  if (minutes < 60) return `${minutes}:${tail}`;
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${tail}`;
}

/**
 * Formats a duration with at most two units.
 *
 * @param ms - Milliseconds; negative values count as zero.
 * @returns `under 1 s`, `7 s`, `2 min 5 s` or `1 h 3 min`.
 */
export function formatSpan(ms: number): string {
  const spanMs = Math.max(0, ms);
  if (spanMs < SECOND_MS) return 'under 1 s';
  if (spanMs < MINUTE_MS) return `${Math.floor(spanMs / SECOND_MS)} s`;
  const [bigMs, big, smallMs, small] =
    spanMs < HOUR_MS
      ? ([MINUTE_MS, 'min', SECOND_MS, 's'] as const)
      : ([HOUR_MS, 'h', MINUTE_MS, 'min'] as const);
  const rest = Math.floor((spanMs % bigMs) / smallMs);
  const head = `${Math.floor(spanMs / bigMs)} ${big}`;
  return rest === 0 ? head : `${head} ${rest} ${small}`;
}

/**
 * Formats an estimated duration, rounded coarsely.
 *
 * @param ms - Estimated milliseconds.
 * @returns Such as `about 20 s` or `about 3 min`.
 */
export function formatEstimate(ms: number): string {
  if (ms < 5 * SECOND_MS) return 'a few seconds';
  if (ms < 50 * SECOND_MS) return `about ${Math.ceil(ms / (5 * SECOND_MS)) * 5} s`;
  const minutes = Math.round(ms / MINUTE_MS);
  return `about ${formatSpan(Math.max(1, minutes) * MINUTE_MS)}`;
}

/**
 * Formats the remaining time, rounded like {@link formatEstimate}.
 *
 * @param ms - Estimated milliseconds.
 * @returns Such as `about 20 s left`.
 */
export function formatTimeLeft(ms: number): string {
  return `${formatEstimate(ms)} left`;
}

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/**
 * Formats a past timestamp relative to now.
 *
 * @param iso - The timestamp in ISO 8601.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns `just now`, `5 minutes ago`, `yesterday`; a date when it is more than a week ago.
 */
export function formatWhen(iso: string, nowMs: number): string {
  const agoMs = nowMs - Date.parse(iso);
  if (agoMs < MINUTE_MS) return 'just now';
  if (agoMs < HOUR_MS) return RELATIVE.format(-Math.floor(agoMs / MINUTE_MS), 'minute');
  if (agoMs < DAY_MS) return RELATIVE.format(-Math.floor(agoMs / HOUR_MS), 'hour');
  if (agoMs < 7 * DAY_MS) return RELATIVE.format(-Math.floor(agoMs / DAY_MS), 'day');
  return new Date(iso).toLocaleDateString('en', { dateStyle: 'medium' });
}
