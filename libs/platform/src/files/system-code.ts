import { isNativeError } from 'node:util/types';

/** The code of an error of the system or of Node, such as `ENOSPC`; `null` for any other error. */
export function systemCode(error: unknown): string | null {
  if (!isNativeError(error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
