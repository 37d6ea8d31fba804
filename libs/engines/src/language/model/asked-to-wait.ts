import { AppError } from '#platform';

/** The error while the server has asked for a wait, in milliseconds. */
export function askedToWait(retryAfterMs: number): AppError {
  const message = 'The server of the language model has asked to wait.';
  return new AppError('language_engine_busy', message, { details: { retryAfterMs } });
}
