/** A server that asks for more is tried sooner: it may have room again, or be set right by then. */
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Reads a `Retry-After` header (RFC 9110).
 * @param value the header: seconds, or an HTTP date
 * @param nowMs the time that a date is measured from, in milliseconds since 1970
 * @returns milliseconds to wait, one hour at most; `null` when the header is absent or makes no sense
 */
export function retryAfterMs(value: string | undefined, nowMs: number): number | null {
  const given = value?.trim() ?? '';
  const waitMs = /^\d+(\.\d+)?$/.test(given)
    ? Math.ceil(Number(given) * 1000)
    : Date.parse(given) - nowMs;
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS);
}
