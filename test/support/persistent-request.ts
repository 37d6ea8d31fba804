import { eventually } from './eventually.ts';

const PATIENCE_MS = 120_000;
/** A server that was frozen or killed may never answer. */
const LONGEST_ANSWER_MS = 20_000;
const UNAVAILABLE = 503;

/** How a request was answered in the end. */
export interface PersistentAnswer {
  readonly body: unknown;
  /** Why it had to be sent again, once for each time. */
  readonly setbacks: readonly string[];
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
  const setbacks: string[] = [];
  const { status, text } = await eventually(async () => {
    try {
      return await send(url, await init());
    } catch (error) {
      setbacks.push(codeOf(error));
      throw error;
    }
  }, patienceMs);
  if (status >= 400) throw new Error(`${url} answered ${status}: ${text}`);
  return { body: JSON.parse(text), setbacks };
}

async function send(url: string, init: RequestInit) {
  const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
  const response = await fetch(url, { ...init, signal });
  const answer = { status: response.status, text: await response.text() };
  if (answer.status === UNAVAILABLE) throw new Error('503', { cause: { code: '503' } });
  return answer;
}

/** The system's name for what broke a connection. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: string }; name?: string };
  return cause?.code ?? name ?? 'unknown';
}

/** A request with a body of JSON that may be sent again. */
export function jsonRequest(body: unknown, key: string): RequestInit {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}
