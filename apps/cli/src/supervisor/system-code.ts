/**
 * The operating system's error code, such as `EEXIST`, or an empty string.
 * @param error a caught value
 */
export function systemCode(error: unknown): string {
  const coded = typeof error === 'object' && error !== null && 'code' in error;
  return coded ? String(error.code) : '';
}
