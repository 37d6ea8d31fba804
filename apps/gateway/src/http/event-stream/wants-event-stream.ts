const EVENT_STREAM = /(^|,)\s*text\/event-stream\s*(;|,|$)/i;

/**
 * Whether a client explicitly requests server-sent events; wildcards do not count.
 * @param accept value of the `Accept` header
 */
export function wantsEventStream(accept: string | undefined): boolean {
  return EVENT_STREAM.test(accept ?? '');
}
