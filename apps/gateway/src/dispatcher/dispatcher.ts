import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { TaskDelivery, WakeDelivery } from '#dispatch';
import { OutboxRepository, WakesRepository, type DispatchRound } from '#store';

/** Messages, and wakes, in flight to Temporal at once. */
const BATCH_SIZE = 32;
/** While clips keep coming, the dispatcher works one part of the time and rests three. */
const WAY_GIVEN = 3;
const LONGEST_WAY_MS = 1_000;
/** Finds what a dead gateway left behind, and what was put off because Temporal was away. */
const SWEEP_INTERVAL_MS = 1_000;

/**
 * Tells Temporal what the outbox holds. There is one round at a time in a process; a kick during
 * a round causes another one.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private kicks = 0;
  private kicksHeard = 0;
  private more = false;
  private stopped = false;
  private resting = false;
  private working: Promise<void> | null = null;
  private sweeping: NodeJS.Timeout | null = null;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly delivery: TaskDelivery,
    private readonly wakes: WakesRepository,
    private readonly alarm: WakeDelivery,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Dispatcher.name);
  }

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => this.sweep(), SWEEP_INTERVAL_MS);
    this.kick();
  }

  /** Ends after the round at hand, so that what was delivered is not delivered again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.sweeping) clearInterval(this.sweeping);
    await this.working;
  }

  /** Says that something may be waiting; returns at once. */
  kick(): void {
    this.kicks += 1;
    if (this.stopped || this.resting) return;
    this.working ??= this.work().finally(() => {
      this.working = null;
      // A kick may have come after the last look at it.
      if (this.kicks > this.kicksHeard) this.kick();
    });
  }

  /** Tries again what was put off, also what a rest has put off. */
  private sweep(): void {
    this.resting = false;
    this.kick();
  }

  private async work(): Promise<void> {
    while ((this.kicks > this.kicksHeard || this.more) && !this.stopped && !this.resting) {
      this.kicksHeard = this.kicks;
      const startedAt = performance.now();
      await this.deliverSome();
      if (this.kicks > this.kicksHeard) await giveWay(performance.now() - startedAt);
    }
  }

  /** When nothing gets through at all, a rest until the next sweep spares everyone the trying. */
  private async deliverSome(): Promise<void> {
    try {
      const messages = await this.outbox.dispatch(BATCH_SIZE, (each) =>
        this.delivery.deliver(each),
      );
      const wakes = await this.wakes.dispatch(BATCH_SIZE, (wake) => this.alarm.wake(wake));
      const failures = messages.failures.length + wakes.failures.length;
      this.resting = messages.delivered + wakes.delivered === 0 && failures > 0;
      this.more = [messages, wakes].some((round) => sizeOf(round) >= BATCH_SIZE);
    } catch (error) {
      this.resting = true;
      this.logger.warn({ err: error }, 'the outbox could not be read; the next sweep tries again');
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
async function giveWay(roundMs: number): Promise<void> {
  await sleep(Math.min(roundMs * WAY_GIVEN, LONGEST_WAY_MS));
}
