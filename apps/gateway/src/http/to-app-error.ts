import { HttpException } from '@nestjs/common';
import type { ErrorCode } from '#contracts/model';
import { AppError } from '#platform';
import { isDatabaseAway, isWriteBlocked } from '#store';

import { InvalidRequestError } from './field-errors.ts';
import { isError } from './is-error.ts';

/** How soon a client may try again while a backup is being restored. */
const MAINTENANCE_RETRY_MS = 5_000;

/** Codes for requests that the framework itself rejects, by HTTP status. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  404: 'not_found',
  406: 'unsupported_media_type',
  413: 'request_too_large',
  415: 'unsupported_media_type',
};

/** Converts any value thrown by a request handler to an `AppError`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = refusalStatus(error);
  if (status !== null && isError(error)) return refusal(status, error);
  if (isWriteBlocked(error)) {
    const message = 'A backup is being restored at the moment; nothing was changed.';
    const details = { retryAfterMs: MAINTENANCE_RETRY_MS };
    return new AppError('maintenance', message, { cause: error, details });
  }
  if (isDatabaseAway(error)) {
    const message = 'The database does not answer at the moment; nothing was changed.';
    return new AppError('database_unavailable', message, { cause: error });
  }
  const message = 'The gateway could not handle this request. Its log says more.';
  return new AppError('internal', message, { cause: error });
}

function refusal(status: number, error: Error): AppError {
  const code = CODE_OF_STATUS[status];
  if (code !== undefined) return new AppError(code, error.message, { cause: error });
  const errors = [{ path: 'request', message: error.message }];
  return new InvalidRequestError(errors, error.message, error);
}

/** The status with which Nest or Fastify rejected the request, if it is a client error. */
function refusalStatus(error: unknown): number | null {
  const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
  return status !== null && status >= 400 && status < 500 ? status : null;
}

function fastifyStatus(error: unknown): number | null {
  if (!isError(error) || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}
