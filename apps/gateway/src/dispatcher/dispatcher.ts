import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { TaskDelivery, WorkSignalDelivery } from '#temporal';
import { OutboxRepository, WorkSignalsRepository } from '#store';
import { DeliveryLane } from './delivery-lane.ts';

/** Finds rows of a crashed gateway, and rows that were postponed while Temporal was away. */
const POLL_INTERVAL_MS = 1_000;

/**
 * Delivers the messages of the outbox and the work signals to Temporal. Each kind has a lane of its
 * own, so neither waits for the other.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly lanes: readonly Pick<DeliveryLane<never, never>, 'request' | 'poll' | 'stop'>[];
  private polling: NodeJS.Timeout | null = null;

  constructor(
    outbox: OutboxRepository,
    delivery: TaskDelivery,
    workSignals: WorkSignalsRepository,
    signalDelivery: WorkSignalDelivery,
    logger: PinoLogger,
  ) {
    logger.setContext(Dispatcher.name);
    const onError = (err: unknown): void =>
      logger.warn({ err }, 'the outbox could not be read; the next poll tries again');
    this.lanes = [
      new DeliveryLane(outbox, (message) => delivery.deliver(message), onError),
      new DeliveryLane(workSignals, (signal) => signalDelivery.deliver(signal), onError),
    ];
  }

  onApplicationBootstrap(): void {
    this.polling = setInterval(() => this.poll(), POLL_INTERVAL_MS);
    this.request();
  }

  /** Waits for deliveries in progress, so that delivered rows are not delivered again. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.polling) clearInterval(this.polling);
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }

  /** Requests a round of each lane because rows may be due; returns at once. */
  request(): void {
    for (const lane of this.lanes) lane.request();
  }

  private poll(): void {
    for (const lane of this.lanes) lane.poll();
  }
}
