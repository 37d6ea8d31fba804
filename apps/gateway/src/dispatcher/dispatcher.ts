import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { TaskDelivery, WorkSignalDelivery } from '#temporal';
import { OutboxRepository, WorkSignalsRepository, type DispatchRound } from '#store';

/** Messages, and work signals, in flight to Temporal at once. */
const BATCH_SIZE = 32;
/** While clips keep coming, the dispatcher works one part of the time and rests three. */
const PAUSE_PER_ROUND = 3;
const LONGEST_PAUSE_MS = 1_000;
/** Finds what a dead gateway left behind, and what was put off because Temporal was away. */
const POLL_INTERVAL_MS = 1_000;

/**
 * Tells Temporal what the outbox holds. There is one round at a time in a process; a request during
 * a round causes another one.
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

  /** Ends after the round at hand, so that what was delivered is not delivered again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.polling) clearInterval(this.polling);
    await this.working;
  }

  /** Says that something may be waiting; returns at once. */
  request(): void {
    this.requests += 1;
    if (this.stopped || this.resting) return;
    this.working ??= this.work().finally(() => {
      this.working = null;
      // A request may have come after the last look at it.
      if (this.requests > this.requestsSeen) this.request();
    });
  }

  /** Tries again what was put off, also what a rest has put off. */
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

  /** When nothing gets through at all, a rest until the next poll spares everyone the trying. */
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
 * Something was accepted during the round, so more is probably on its way. Callers wait for their
 * answers, while a workflow that starts a little later delays nobody: accepting goes first.
 */
async function yieldToAccepting(roundMs: number): Promise<void> {
  await sleep(Math.min(roundMs * PAUSE_PER_ROUND, LONGEST_PAUSE_MS));
}
