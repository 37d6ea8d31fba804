import { JSONParseError, TypeValidationError } from 'ai';
import type { AppError } from '#platform';
import { kindOfBody, kindOfError } from '../../remote/error-words.ts';
import { invalidAnswer, reported } from './model-errors.ts';

/**
 * The error that a server reports within an answer that it has begun as a success.
 * @param body the answer, or a piece of it
 * @returns `null` when it reports none
 */
export function errorInBody(body: unknown): AppError | null {
  const kind = kindOfBody(body);
  return kind === null ? null : reported(kind);
}

/**
 * The error of a part of a stream.
 * @param error as the SDK passes it on: what the server has sent, or an error of its own about it
 * @returns `null` for errors that have another cause, such as a lost connection
 */
export function errorInStream(error: unknown): AppError | null {
  if (TypeValidationError.isInstance(error)) {
    return errorInBody(error.value) ?? invalidAnswer('a piece of it is not of the protocol');
  }
  if (JSONParseError.isInstance(error)) return invalidAnswer('a piece of it is not JSON');
  if (error instanceof Error) return null;
  return errorInBody(error) ?? reported(kindOfError(error));
}
