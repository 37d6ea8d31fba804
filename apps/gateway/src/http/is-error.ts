import { isNativeError } from 'node:util/types';

/** Whether a value is an error, including one from another realm or a subclass. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || isNativeError(value);
}
