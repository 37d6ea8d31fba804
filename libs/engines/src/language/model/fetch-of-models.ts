import { jsonOf } from '#platform';
import { fetchWithoutTimeouts } from '../../remote/patient-fetch.ts';
import { errorInBody } from './reported-error.ts';

/**
 * A `fetch` for answers that are streamed. Some servers answer with a success and an error inside, in
 * plain JSON: that is thrown.
 * @throws AppError what the server reports
 */
export function fetchOfModels(): typeof globalThis.fetch {
  const fetch = fetchWithoutTimeouts();
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!response.ok || !isPlainJson(response)) return response;
    const text = await response.text();
    const reported = errorInBody(jsonOf(text));
    if (reported !== null) throw reported;
    return new Response(text, response);
  };
}

function isPlainJson({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('application/json') === true;
}
