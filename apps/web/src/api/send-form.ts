import { parseJson } from './guards.ts';
import { ProblemError, UPLOAD_INTERRUPTED, problemOfBody } from './problem.ts';

/**
 * Sends a form with a file.
 *
 * @param idempotencyKey - Stays the same for retries, so that the file is taken once.
 * @throws {@link ProblemError} when the gateway returns an error or the connection is lost.
 */
export async function sendForm(
  path: string,
  form: FormData,
  idempotencyKey: string,
): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Idempotency-Key': idempotencyKey },
    body: form,
  }).catch(() => {
    throw new ProblemError(UPLOAD_INTERRUPTED);
  });
  if (response.ok) return;
  const body = parseJson(await response.text().catch(() => ''));
  throw new ProblemError(problemOfBody(body, response.status));
}
