import type { ConnectionLike } from '@temporalio/client';
import { withinDeadline } from '../within-deadline.ts';

/** Receives the reason why a delivery failed. The delivery is retried. */
export interface DeliveryLogger {
  warn(fields: object, message: string): void;
}

/** How a failed delivery is logged. */
export interface FailedDelivery {
  readonly fields: object;
  readonly message: string;
}

/**
 * Delivers under the deadline of a call, and logs why a delivery has failed.
 * @param call one or more calls of Temporal, which share the deadline
 * @throws the error of the call, so that the delivery is retried
 */
export async function deliverInTime<Answer>(
  connection: ConnectionLike,
  logger: DeliveryLogger,
  failed: FailedDelivery,
  call: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await withinDeadline(connection, call);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.warn({ ...failed.fields, reason }, failed.message);
    throw error;
  }
}
