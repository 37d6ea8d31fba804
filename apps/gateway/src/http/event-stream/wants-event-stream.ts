const EVENT_STREAM = /(^|,)\s*text\/event-stream\s*(;|,|$)/i;

/**
 * Whether a caller asks for a stream of server-sent events by name.
 * @param accept value of the header `Accept`
 */
export function wantsEventStream(accept: string | undefined): boolean {
  return EVENT_STREAM.test(accept ?? '');
}
