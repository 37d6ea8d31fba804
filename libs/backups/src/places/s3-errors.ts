import { S3ServiceException } from '@aws-sdk/client-s3';
import { AppError, systemCode } from '#platform';
import { placeFull, placeUnavailable } from './place-errors.ts';

/** Answers of stores that have no space left, or of which the bucket has reached its quota. */
const FULL = new Set([
  'EntityQuotaExceeded',
  'InsufficientStorage',
  'QuotaExceeded',
  'StorageFull',
  'XMinioAdminBucketQuotaExceeded',
  'XMinioStorageFull',
]);

/** What an unencrypted or unreachable network answers, for people. */
const REASONS: Readonly<Record<string, string>> = {
  CredentialsProviderError: 'there are no credentials for it',
  ECONNREFUSED: 'nothing answers at its address',
  ECONNRESET: 'the connection broke off',
  ENOTFOUND: 'its name cannot be resolved',
  EPIPE: 'the connection broke off',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection broke off',
  NoSuchBucket: 'there is no such bucket',
  TimeoutError: 'it does not answer in time',
};

/**
 * Turns an error of the SDK into that of the place. The error itself is left out: answers of stores
 * repeat parts of the signed request.
 */
export function s3Error(label: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { name, status } = answerOf(error);
  if (status === 507 || FULL.has(name)) return placeFull(label);
  return placeUnavailable(label, reasonOf(name, status, error));
}

/** Whether the store has answered that there is no such file. */
export function isNoSuchFile(error: unknown): boolean {
  const { name, status } = answerOf(error);
  return name === 'NoSuchKey' || (status === 404 && name !== 'NoSuchBucket');
}

/** Whether the store does not know what it was asked for. */
export function isNotOffered(error: unknown): boolean {
  return [405, 501].includes(answerOf(error).status ?? 0);
}

/** Name and HTTP status of an answer; the name of any other error. */
function answerOf(error: unknown): { readonly name: string; readonly status: number | null } {
  if (error instanceof S3ServiceException) {
    return { name: error.name, status: error.$metadata.httpStatusCode ?? null };
  }
  const name = error instanceof Error ? error.name : '';
  const code = systemCode(error);
  // The SDK calls a connection that broke off a `TimeoutError` too; its code says what happened.
  if (name === 'TimeoutError' && (code === null || !(code in REASONS)))
    return { name, status: null };
  return { name: code ?? name, status: null };
}

function reasonOf(name: string, status: number | null, error: unknown): string {
  const known = REASONS[name];
  if (known !== undefined) return known;
  const code = /^[A-Za-z]{1,64}$/.test(name) ? ` (${name})` : '';
  if (status === 401 || status === 403) return `it refuses the credentials${code}`;
  if (status !== null) return `it answers ${status}${code}`;
  // Errors of our own streams say what happened; those of others only give their name.
  return error instanceof Error && name === 'Error' ? error.message : `it failed${code}`;
}
