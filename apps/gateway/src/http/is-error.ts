import { isNativeError } from 'node:util/types';

/** Whether something is an error, also one from another realm or one that only inherits from it. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || isNativeError(value);
}
