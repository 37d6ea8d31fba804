/** A server that does not answer must not hold up the outbox. */
export const DELIVERY_DEADLINE_MS = 5_000;
