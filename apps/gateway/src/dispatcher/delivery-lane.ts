import { setTimeout as sleep } from 'node:timers/promises';
import type { DispatchRound } from '#store';
import { orTooLate, TOO_LATE } from '#platform';

/** Maximum number of deliveries of one kind that are in flight to Temporal. */
const MOST_IN_FLIGHT = 32;
/** Maximum number of rounds at once: rounds that wait for the database have nothing in flight. */
const MOST_ROUNDS = 4;
/** After this time a round is left to its slow deliveries, and the next one starts. */
const SLOW_ROUND_MS = 500;
/** Under a steady load, a lane pauses for three times the duration of each round. */
const PAUSE_PER_ROUND = 3;
const MIN_PAUSE_MS = 100;
const MAX_PAUSE_MS = 1_000;

/** Rows of one kind that are to be delivered. */
export interface DueRows<Item, Outcome> {
  /** Delivers up to `limit` due rows, and settles them. */
  dispatch(limit: number, deliver: (item: Item) => Promise<Outcome>): Promise<DispatchRound>;
}

/**
 * Delivers the due rows of one kind, in rounds. A request during a round causes another round. No
 * round waits for a slow delivery of an earlier one; together they never exceed the number of
 * deliveries in flight.
 */
export class DeliveryLane<Item, Outcome> {
  private requests = 0;
  private requestsSeen = 0;
  private more = false;
  private stopped = false;
  private resting = false;
  private inFlight = 0;
  private working: Promise<void> | null = null;
  private readonly rounds = new Set<Promise<DispatchRound>>();

  /** @param onError called when the rows could not be read or settled; the next poll tries again */
  constructor(
    private readonly rows: DueRows<Item, Outcome>,
    private readonly deliver: (item: Item) => Promise<Outcome>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Requests a round because rows may be due; returns at once. */
  request(): void {
    this.requests += 1;
    if (this.stopped || this.resting) return;
    this.working ??= this.work().finally(() => {
      this.working = null;
      // A request may have arrived after the loop last checked.
      if (this.requests > this.requestsSeen) this.request();
    });
  }

  /** Retries postponed rows, and ends a rest. */
  poll(): void {
    this.resting = false;
    this.request();
  }

  /** Starts no further round, and waits for those in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
    await Promise.all(this.rounds);
  }

  private async work(): Promise<void> {
    while ((this.requests > this.requestsSeen || this.more) && !this.stopped && !this.resting) {
      this.requestsSeen = this.requests;
      const startedAt = performance.now();
      await this.startRound();
      if (this.requests > this.requestsSeen) await yieldToAccepting(performance.now() - startedAt);
    }
  }

  /** Returns when the round has ended, or when it is slow and goes on beside the next one. */
  private async startRound(): Promise<void> {
    while (this.inFlight >= MOST_IN_FLIGHT || this.rounds.size >= MOST_ROUNDS) {
      await Promise.race(this.rounds);
    }
    const limit = MOST_IN_FLIGHT - this.inFlight;
    const round = this.runRound(limit);
    this.rounds.add(round);
    void round.finally(() => this.rounds.delete(round));
    const ended = await orTooLate(SLOW_ROUND_MS, round);
    if (ended === TOO_LATE) {
      this.more = true;
      this.resting = false;
      return;
    }
    const { delivered, failures } = ended;
    this.more = delivered + failures.length >= limit;
    // If no delivery succeeds, it rests until the next poll instead of retrying at once.
    this.resting = delivered === 0 && failures.length > 0;
  }

  private async runRound(limit: number): Promise<DispatchRound> {
    try {
      return await this.rows.dispatch(limit, (item) => this.counted(item));
    } catch (error) {
      this.onError(error);
      return { delivered: 0, failures: [error] };
    }
  }

  private async counted(item: Item): Promise<Outcome> {
    this.inFlight += 1;
    try {
      return await this.deliver(item);
    } finally {
      this.inFlight -= 1;
    }
  }
}

/**
 * A request was accepted during the round, so more are likely to follow. Clients wait for their
 * responses, while a workflow may start a little later, so accepting requests takes precedence.
 */
async function yieldToAccepting(roundMs: number): Promise<void> {
  await sleep(Math.min(Math.max(roundMs * PAUSE_PER_ROUND, MIN_PAUSE_MS), MAX_PAUSE_MS));
}
