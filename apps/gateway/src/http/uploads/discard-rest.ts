import type { FastifyRequest } from 'fastify';

/** How long a client may continue to send a rejected body. */
const MAX_DISCARD_MS = 10_000;

/**
 * Reads and discards the rest of a rejected upload. Closing the connection at once would lose the
 * response for a client that is still writing. After `MAX_DISCARD_MS` the connection is closed.
 */
export function discardRestOf({ raw }: FastifyRequest): void {
  if (raw.readableEnded || raw.destroyed) return;
  const timer = setTimeout(() => raw.destroy(), MAX_DISCARD_MS);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
  raw.unpipe();
  raw.resume();
}
