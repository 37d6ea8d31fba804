/**
 * The code that the operating system gave an error, such as `EEXIST`, or an empty text.
 * @param error what was caught
 */
export function systemCode(error: unknown): string {
  const coded = typeof error === 'object' && error !== null && 'code' in error;
  return coded ? String(error.code) : '';
}
