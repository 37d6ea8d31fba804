/**
 * Puts text on the clipboard. Browsers offer the clipboard only over HTTPS and on loopback.
 *
 * @returns Whether it is there now.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
