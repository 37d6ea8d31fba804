import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { IdempotentRequest } from '#store';
import { InvalidRequestError } from './field-errors.ts';

/** Header that identifies a request that the client may send again. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

const MAX_KEY_LENGTH = 255;

/**
 * The key of a request, or `null` when it has none.
 * @throws InvalidRequestError when the key is empty or longer than 255 characters
 */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers[IDEMPOTENCY_HEADER];
  if (key === undefined) return null;
  if (typeof key === 'string' && key.length > 0 && key.length <= MAX_KEY_LENGTH) return key;
  const message = `must have 1 to ${MAX_KEY_LENGTH} characters`;
  throw new InvalidRequestError([{ path: 'Idempotency-Key', message }]);
}

/**
 * Identifies a request by its key and a hash of its content.
 * @param scope route that the key belongs to
 * @param content everything that distinguishes this request from other requests
 */
export function idempotentRequest(
  scope: string,
  key: string | null,
  content: unknown,
): IdempotentRequest | null {
  if (key === null) return null;
  const requestHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { scope, key, requestHash };
}
