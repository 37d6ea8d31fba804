import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { TaskDelivery, WorkSignalDelivery } from '#temporal';
import { OutboxRepository, WorkSignalsRepository, type DispatchRound } from '#store';

/** Maximum number of messages, and of work signals, in flight to Temporal. */
const BATCH_SIZE = 32;
/** Under a steady load, the dispatcher pauses for three times the duration of each round. */
const PAUSE_PER_ROUND = 3;
const MAX_PAUSE_MS = 1_000;
/** Finds messages of a crashed gateway, and messages that were delayed while Temporal was away. */
const POLL_INTERVAL_MS = 1_000;

/**
 * Delivers the messages of the outbox and the work signals to Temporal. A process runs one round at
 * a time; a request during a round causes another round.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private requests = 0;
  private requestsSeen = 0;
  private more = false;
  private stopped = false;
  private resting = false;
  private working: Promise<void> | null = null;
  private polling: NodeJS.Timeout | null = null;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly delivery: TaskDelivery,
    private readonly workSignals: WorkSignalsRepository,
    private readonly signalDelivery: WorkSignalDelivery,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Dispatcher.name);
  }

  onApplicationBootstrap(): void {
    this.polling = setInterval(() => this.poll(), POLL_INTERVAL_MS);
    this.request();
  }

  /** Waits for the current round, so that delivered messages are not delivered again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.polling) clearInterval(this.polling);
    await this.working;
  }

  /** Requests a round because messages may be waiting; returns at once. */
  request(): void {
    this.requests += 1;
    if (this.stopped || this.resting) return;
    this.working ??= this.work().finally(() => {
      this.working = null;
      // A request may have arrived after the loop last checked.
      if (this.requests > this.requestsSeen) this.request();
    });
  }

  /** Retries delayed messages, and ends a rest. */
  private poll(): void {
    this.resting = false;
    this.request();
  }

  private async work(): Promise<void> {
    while ((this.requests > this.requestsSeen || this.more) && !this.stopped && !this.resting) {
      this.requestsSeen = this.requests;
      const startedAt = performance.now();
      await this.deliverSome();
      if (this.requests > this.requestsSeen) await yieldToAccepting(performance.now() - startedAt);
    }
  }

  /**
   * If no delivery succeeds, the dispatcher rests until the next poll instead of retrying at once.
   */
  private async deliverSome(): Promise<void> {
    try {
      const messages = await this.outbox.dispatch(BATCH_SIZE, (each) =>
        this.delivery.deliver(each),
      );
      const signals = await this.workSignals.dispatch(BATCH_SIZE, (signal) =>
        this.signalDelivery.deliver(signal),
      );
      const failures = messages.failures.length + signals.failures.length;
      this.resting = messages.delivered + signals.delivered === 0 && failures > 0;
      this.more = [messages, signals].some((round) => sizeOf(round) >= BATCH_SIZE);
    } catch (error) {
      this.resting = true;
      this.logger.warn({ err: error }, 'the outbox could not be read; the next poll tries again');
    }
  }
}

function sizeOf({ delivered, failures }: DispatchRound): number {
  return delivered + failures.length;
}

/**
 * A request was accepted during the round, so more are likely to follow. Clients wait for their
 * responses, while a workflow may start a little later, so accepting requests takes precedence.
 */
async function yieldToAccepting(roundMs: number): Promise<void> {
  await sleep(Math.min(roundMs * PAUSE_PER_ROUND, MAX_PAUSE_MS));
}
