import type { FastifyRequest } from 'fastify';

/**
 * Reads and discards the rest of a rejected upload. Closing the connection at once would lose the
 * response for a client that is still writing. One that goes on for long is closed (`endSlowBodies`).
 */
export function discardRestOf({ raw }: FastifyRequest): void {
  if (raw.readableEnded || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
}
