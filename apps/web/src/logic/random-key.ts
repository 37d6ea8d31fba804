/**
 * An unguessable key of 32 hexadecimal digits. Not `crypto.randomUUID`, which browsers offer only
 * over HTTPS and on loopback.
 */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
