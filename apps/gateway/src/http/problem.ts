import { ERROR_DEFINITIONS } from '#contracts/model';
import type { Problem } from '#contracts/api';
import type { AppError } from '#platform';
import { OwnerLimitError } from '#store';
import { InvalidRequestError } from './field-errors.ts';

/** Media type of every error response. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/**
 * Describes an error as a problem document (RFC 9457).
 * @param path request path without its query
 */
export function toProblem(error: AppError, path: string, requestId: string): Problem {
  const { title, status } = ERROR_DEFINITIONS[error.code];
  return {
    type: `urn:afterword:error:${error.code}`,
    title,
    status,
    detail: error.message,
    instance: path,
    code: error.code,
    requestId,
    retryable: error.retryable,
    nextAction: error.nextAction,
    ...detailsOf(error),
  };
}

function detailsOf(error: AppError): Partial<Problem> {
  if (error instanceof InvalidRequestError) return { errors: [...error.errors] };
  if (!(error instanceof OwnerLimitError)) return waitOf(error);
  const { limit, retryAfterMs } = error;
  return { limit, retryAfterMs };
}

function waitOf({ details: { retryAfterMs } }: AppError): Partial<Problem> {
  return typeof retryAfterMs === 'number' ? { retryAfterMs } : {};
}
