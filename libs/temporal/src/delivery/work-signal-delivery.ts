import type { Client, ConnectionLike } from '@temporalio/client';
import { ENTITIES, type WorkSignal } from '#contracts/workflows';
import type { Config } from '#platform';
import { entitySignalOptions, type EntityWorkflow } from '../entities/entity-start.ts';
import { DELIVERY_DEADLINE_MS, type DeliveryLogger } from './delivery-terms.ts';

/** Signals the workflow of an entity, and starts it if needed. Delivery is idempotent. */
export class WorkSignalDelivery {
  constructor(
    private readonly client: Client,
    private readonly connection: ConnectionLike,
    private readonly config: Config,
    private readonly logger: DeliveryLogger,
  ) {}

  /** @throws the error of the call to Temporal when the signal must be sent again */
  async deliver(signal: WorkSignal): Promise<void> {
    const options = entitySignalOptions(signal, this.config);
    try {
      await this.connection.withDeadline(Date.now() + DELIVERY_DEADLINE_MS, () =>
        this.client.workflow.signalWithStart<EntityWorkflow>(
          ENTITIES[signal.kind].workflow,
          options,
        ),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const { kind, id } = signal;
      this.logger.warn({ kind, id, reason }, 'work signal not sent to Temporal; it is retried');
      throw error;
    }
  }
}
