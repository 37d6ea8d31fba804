import type { Client, ConnectionLike } from '@temporalio/client';
import { ENTITIES, type WorkSignal } from '#contracts/workflows';
import type { Config } from '#platform';
import { entitySignalOptions, type EntityWorkflow } from '../entities/entity-start.ts';
import { deliverInTime, type DeliveryLogger } from './deliver-in-time.ts';

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
    const { kind, id } = signal;
    const options = entitySignalOptions(signal, this.config);
    const message = 'work signal not sent to Temporal; it is retried';
    const failed = { fields: { kind, id }, message };
    await deliverInTime(this.connection, this.logger, failed, () =>
      this.client.workflow.signalWithStart<EntityWorkflow>(ENTITIES[kind].workflow, options),
    );
  }
}
