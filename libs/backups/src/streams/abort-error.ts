/**
 * An abort reason as an error, as streams need it.
 * @returns the reason itself if it is an error
 */
export function abortError(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error('Aborted.', { cause: reason });
}
