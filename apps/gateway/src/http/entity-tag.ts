import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/**
 * The entity tag of what a response says (RFC 9110, section 8.8.3).
 * @param content whose JSON is the same whenever it means the same
 */
export function entityTagOf(content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
  return `"${hash}"`;
}

/** Whether the client has the content with this tag already (`If-None-Match`). */
export function isKnownTo({ headers }: FastifyRequest, tag: string): boolean {
  return headers['if-none-match']?.includes(tag) ?? false;
}

/**
 * Whether a change may be made of the content with this tag: the client has seen it, or does not
 * care (`If-Match`).
 */
export function mayChange({ headers }: FastifyRequest, tag: string): boolean {
  const expected = headers['if-match'];
  return expected === undefined || expected.trim() === '*' || expected.includes(tag);
}
