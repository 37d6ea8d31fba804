/** Upper limit of a requested wait: the server may have recovered earlier. */
const MAX_WAIT_MS = 60 * 60_000;

/**
 * Parses a `Retry-After` header (RFC 9110).
 * @param value the header value: seconds, or an HTTP date
 * @param nowMs the current time, in milliseconds since 1970
 * @returns milliseconds to wait, at most one hour; `null` when the header is absent or invalid
 */
export function retryAfterMs(value: string | undefined, nowMs: number): number | null {
  const waitMs = parsedMs(value?.trim() ?? '', nowMs);
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(waitMs, 0), MAX_WAIT_MS);
}

/** `Date.parse` accepts almost any text; HTTP dates start with the day of the week. */
function parsedMs(value: string, nowMs: number): number {
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  return /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) - nowMs : Number.NaN;
}
