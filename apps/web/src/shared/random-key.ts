/**
 * A random key of 32 hexadecimal digits. `crypto.randomUUID` is not used, because browsers provide
 * it only over HTTPS and on loopback.
 */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
