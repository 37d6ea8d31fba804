/** Deadline of a call to Temporal: a server that does not answer must not block the outbox. */
export const DELIVERY_DEADLINE_MS = 5_000;

/** Receives the reason why a delivery failed. The delivery is retried. */
export interface DeliveryLogger {
  warn(fields: object, message: string): void;
}
