import { createHash } from 'node:crypto';

const hashes = new WeakMap<object, string>();

/**
 * The SHA-256 of what a value is in JSON. It is computed once for each object, so that a part of a long
 * conversation is read once however often it is asked for: what was hashed may not change.
 */
export function contentHash(content: unknown): string {
  if (typeof content !== 'object' || content === null) return hash(content);
  const known = hashes.get(content);
  if (known !== undefined) return known;
  const computed = hash(content);
  hashes.set(content, computed);
  return computed;
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
