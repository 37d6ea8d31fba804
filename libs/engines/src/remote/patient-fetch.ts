import { Agent } from 'undici';

/**
 * A `fetch` without timeouts of its own, so that only the caller's signal limits a request. The
 * built-in `fetch` fails after five minutes without a response, which a large model on a small
 * machine may need for a long text or recording.
 */
export function fetchWithoutTimeouts(): typeof globalThis.fetch {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return (input, init) => globalThis.fetch(input, Object.assign({}, init, { dispatcher }));
}
