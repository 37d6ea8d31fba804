/** A server that does not answer must not hold up the outbox. */
export const DELIVERY_DEADLINE_MS = 5_000;

/** Somebody waits for it; 1 is the most urgent, 5 the least. */
export const INTERACTIVE_PRIORITY = 3;

/** Told why something could not be delivered; it is tried again. */
export interface DeliveryLogger {
  warn(fields: object, message: string): void;
}
