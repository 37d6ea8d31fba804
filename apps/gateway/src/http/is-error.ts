import { isNativeError } from 'node:util/types';

/**
 * Whether a value is an error, including one from another realm or one that inherits from `Error`.
 */
export function isError(value: unknown): value is Error {
  return value instanceof Error || isNativeError(value);
}
