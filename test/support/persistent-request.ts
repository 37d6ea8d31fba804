import { eventually } from './eventually.ts';

const PATIENCE_MS = 120_000;
/** A server that was frozen or killed may never answer. */
const LONGEST_ANSWER_MS = 20_000;
const UNAVAILABLE = 503;

/** How a request was answered in the end. */
export interface PersistentAnswer {
  readonly body: unknown;
  /** How often it was sent. */
  readonly tries: number;
}

/**
 * Sends a request as an ordinary client does: again when there was no connection, when it broke, and
 * after a 503. Any other refusal is an error at once.
 * @param init makes the request, each time anew; give it an `Idempotency-Key`
 */
export async function persistentRequest(
  url: string,
  init: () => RequestInit | Promise<RequestInit>,
  patienceMs = PATIENCE_MS,
): Promise<PersistentAnswer> {
  let tries = 0;
  const { status, text } = await eventually(async () => {
    tries += 1;
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
    const response = await fetch(url, { ...(await init()), signal });
    const answer = { status: response.status, text: await response.text() };
    if (answer.status === UNAVAILABLE) throw new Error(`503: ${answer.text}`);
    return answer;
  }, patienceMs);
  if (status >= 400) throw new Error(`${url} answered ${status}: ${text}`);
  return { body: JSON.parse(text), tries };
}
