import type { FastifyRequest } from 'fastify';

/** How long a caller may go on sending a body that has been refused. */
const LONGEST_MS = 10_000;

/**
 * Lets the caller of a refused upload finish sending, without keeping anything: closing the
 * connection at once would take the answer away from a caller that is still writing. One that
 * sends for too long is cut off.
 */
export function discardRestOf({ raw }: FastifyRequest): void {
  if (raw.readableEnded || raw.destroyed) return;
  const timer = setTimeout(() => raw.destroy(), LONGEST_MS);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
  raw.unpipe();
  raw.resume();
}
