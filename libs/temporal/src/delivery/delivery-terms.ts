/** A server that does not answer must not hold up the outbox. */
export const DELIVERY_DEADLINE_MS = 5_000;

/** Told why something could not be delivered; it is tried again. */
export interface DeliveryLogger {
  warn(fields: object, message: string): void;
}
