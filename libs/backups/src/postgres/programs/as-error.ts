import { isNativeError } from 'node:util/types';

/** What was thrown, as an error. Abort reasons may be anything; streams are destroyed with errors. */
export function asError(thrown: unknown): Error {
  return isNativeError(thrown) ? thrown : new Error(String(thrown));
}
