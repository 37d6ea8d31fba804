import { eventually } from './eventually.ts';
import { jsonRequest } from './json-request.ts';

const TIMEOUT_MS = 120_000;
/** Timeout of one attempt: a server that was frozen or killed may never answer. */
const ATTEMPT_MS = 20_000;
const UNAVAILABLE = 503;

/** The final response to a request. */
export interface PersistentAnswer {
  readonly body: unknown;
  /** The reason of each retry. */
  readonly setbacks: readonly string[];
}

/**
 * Sends a request like an ordinary client, with retries after a failed or broken connection and after
 * a 503. Any other error status is an error immediately.
 * @param init creates the request for each attempt; it should have an `Idempotency-Key`
 */
export async function persistentRequest(
  url: string,
  init: () => RequestInit | Promise<RequestInit>,
  timeoutMs = TIMEOUT_MS,
): Promise<PersistentAnswer> {
  const setbacks: string[] = [];
  const { status, text } = await eventually(async () => {
    try {
      return await send(url, await init());
    } catch (error) {
      setbacks.push(codeOf(error));
      throw error;
    }
  }, timeoutMs);
  if (status >= 400) throw new Error(`${url} answered ${status}: ${text}`);
  return { body: JSON.parse(text), setbacks };
}

async function send(url: string, init: RequestInit) {
  const signal = AbortSignal.timeout(ATTEMPT_MS);
  const response = await fetch(url, { ...init, signal });
  const answer = { status: response.status, text: await response.text() };
  if (answer.status === UNAVAILABLE) throw new Error('503', { cause: { code: '503' } });
  return answer;
}

/** The system error code of a connection failure. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: string }; name?: string };
  return cause?.code ?? name ?? 'unknown';
}

/** A POST with a JSON body that is safe to retry. */
export function repeatablePost(body: unknown, key: string): RequestInit {
  return jsonRequest('POST', body, { 'idempotency-key': key });
}
