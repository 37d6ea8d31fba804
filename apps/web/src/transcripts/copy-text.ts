/**
 * Copies text to the clipboard. Browsers provide the clipboard only over HTTPS and on loopback.
 *
 * @returns Whether the text was copied.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
