/** A server that asks for more is tried sooner: it may have room again, or be set right by then. */
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Reads a `Retry-After` header (RFC 9110).
 * @param value the header: seconds, or an HTTP date
 * @param nowMs the time that a date is measured from, in milliseconds since 1970
 * @returns milliseconds to wait, one hour at most; `null` when the header is absent or makes no sense
 */
export function retryAfterMs(value: string | undefined, nowMs: number): number | null {
  const waitMs = statedMs(value?.trim() ?? '', nowMs);
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS);
}

/** `Date.parse` takes nearly anything for a date; those of HTTP begin with the day of the week. */
function statedMs(value: string, nowMs: number): number {
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  return /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) - nowMs : Number.NaN;
}
