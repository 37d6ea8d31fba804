import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';
import { ProblemError, UNREACHABLE, problemOfBody } from './problem.ts';

type Json = 'application/json' | 'application/problem+json';

/** Typed calls to the gateway that serves this page. Other media types are linked, not fetched. */
export const api = createClient<paths, Json>({ baseUrl: globalThis.location.origin });

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Waits for a call and returns the body of its response.
 *
 * @param call - A call of {@link api}.
 * @returns The body of the response.
 * @throws {@link ProblemError} when the gateway returns an error or cannot be reached.
 */
export async function bodyOf<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  return (await taggedBodyOf(call)).body;
}

/**
 * The same with the entity tag of the response.
 *
 * @param call - A call of {@link api}.
 * @throws {@link ProblemError} when the gateway returns an error or cannot be reached.
 */
export async function taggedBodyOf<Data>(
  call: Promise<Answer<Data>>,
): Promise<{ readonly body: Data; readonly tag: string | null }> {
  const { data, error, response } = await call.catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  if (data !== undefined) return { body: data, tag: response.headers.get('etag') };
  throw new ProblemError(problemOfBody(error, response.status));
}

/**
 * Waits for a call whose response has no body.
 *
 * @param call - A call of {@link api}.
 * @throws {@link ProblemError} when the gateway returns an error or cannot be reached.
 */
export async function doneBy(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await call.catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  if (!response.ok) throw new ProblemError(problemOfBody(error, response.status));
}
