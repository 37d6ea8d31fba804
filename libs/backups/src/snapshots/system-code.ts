/** The code of an error of the operating system, such as `ENOSPC`; `null` for any other error. */
export function systemCodeOf(error: unknown): string | null {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : null;
}
