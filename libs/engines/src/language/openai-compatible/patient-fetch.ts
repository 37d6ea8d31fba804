import { Agent } from 'undici';

/**
 * A `fetch` that waits as long as its caller does. The one built in gives up after five minutes
 * without an answer, which a large model on a small machine takes for a long text.
 */
export function patientFetch(): typeof globalThis.fetch {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return (input, init) => globalThis.fetch(input, Object.assign({}, init, { dispatcher }));
}
