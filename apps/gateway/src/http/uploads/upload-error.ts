import { AppError } from '#platform';
import { InvalidRequestError } from '../field-errors.ts';
import { isError } from '../is-error.ts';

/** Error messages of the multipart parser for a truncated body. */
const CUT_OFF = /terminated early|unexpected end|premature|aborted|closed before/i;
const TOO_MANY_PARTS = /^FST_(PARTS|FILES|FIELDS)_LIMIT$/;

/** Maps errors of the multipart parser to application errors. */
export function toUploadError(error: unknown): unknown {
  if (error instanceof AppError || !isError(error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CUT_OFF.test(error.message) || code === 'ECONNRESET') {
    const message = 'The upload ended before the whole form had arrived.';
    return new AppError('upload_interrupted', message, { cause: error });
  }
  if (TOO_MANY_PARTS.test(code)) return refused('An upload has one file and few other fields.');
  if (/boundary|malformed|multipart|field/i.test(error.message)) return refused(error.message);
  return error;
}

function refused(message: string): InvalidRequestError {
  return new InvalidRequestError([{ path: 'body', message }]);
}
