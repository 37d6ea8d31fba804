import { setTimeout as sleep } from 'node:timers/promises';
import { Paced } from '#platform';
import type { EventLogRepository, EventRecord } from './event-log.repository.ts';
import type { NotificationFeed } from './notification-feed.ts';

/** Called with events in the order of their sequence, each once. */
export type EventListener = (events: readonly EventRecord[]) => void;

/** A sequence, and an id above those of all transactions that took a sequence up to it. */
interface Watermark {
  readonly sequence: number;
  readonly transaction: bigint;
}

/** Minimum time between two polls, while events keep coming or are not settled yet. */
const PACE_MS = 10;
/** Polls at this interval anyway, in case a notification was lost. */
const SAFETY_MS = 5_000;
const EVENTS_PER_READ = 500;

/**
 * Follows the event log: every event once, in the order of the sequence, with none left out.
 *
 * The sequence alone does not ensure that, because it is assigned before the transaction ends, so a
 * lower one may become visible after a higher one. But a transaction gets its id before it takes a
 * sequence. So a poll first reads the highest assigned sequence and then draws a new transaction
 * id: all transactions that took a sequence up to there have lower ids. Once no transaction below
 * that id is running, everything up to that sequence is settled: it is committed and visible, or it
 * will never exist.
 */
export class EventTail {
  private readonly listeners = new Set<EventListener>();
  private readonly polling = new Paced(() => this.poll(), PACE_MS);
  private readonly started = Promise.withResolvers<undefined>();
  private unsubscribe: (() => void) | null = null;
  private safety: NodeJS.Timeout | null = null;
  private watermark: Watermark | null = null;
  private position: number | null = null;
  private currentPoll: Promise<void> = Promise.resolve();

  /** @param onError called with the reason why a poll failed; another poll follows */
  constructor(
    private readonly log: EventLogRepository,
    private readonly feed: NotificationFeed,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Starts to follow the log from the end of what is settled. Returns at once. */
  open(): void {
    this.unsubscribe = this.feed.subscribe('events', () => this.polling.request());
    this.safety = setInterval(() => this.polling.request(), SAFETY_MS);
    this.polling.request();
  }

  /**
   * The sequence up to which listeners have received every event and no event can be added any
   * more; `null` before the first poll.
   */
  get settled(): number | null {
    return this.position;
  }

  /** Waits for the first poll. */
  async ready(): Promise<void> {
    await this.started.promise;
  }

  /**
   * Waits until everything that is committed now is settled, so that a caller reads its own writes.
   * @param timeoutMs limits the wait in milliseconds, because another transaction may stay open
   */
  async catchUp(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const wanted = await this.log.lastSequence();
    this.polling.request();
    while ((this.position ?? -1) < wanted && Date.now() < deadline) await sleep(PACE_MS);
  }

  /** Delivers all events after {@link settled}. @returns a function that ends the subscription */
  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.unsubscribe?.();
    this.unsubscribe = null;
    if (this.safety) clearInterval(this.safety);
    this.polling.stop();
    await this.currentPoll;
  }

  /** Errors are reported only: when the database is available again, the feed notifies. */
  private poll(): Promise<void> {
    this.currentPoll = this.advance().catch(this.onError);
    return this.currentPoll;
  }

  /** Takes the next watermark at once, so that it can settle during the pause. */
  private async advance(): Promise<void> {
    this.watermark ??= await this.newWatermark();
    if (this.watermark === null) return;
    if ((await this.log.oldestRunning()) >= this.watermark.transaction) {
      await this.deliverUpTo(this.watermark.sequence);
      this.watermark = null;
      this.watermark = await this.newWatermark();
    }
    if (this.watermark !== null) this.pollAgain();
  }

  private pollAgain(): void {
    if (this.unsubscribe) this.polling.request();
  }

  /** The order matters: a sequence taken after this read may belong to any transaction id. */
  private async newWatermark(): Promise<Watermark | null> {
    const sequence = await this.log.lastSequence();
    if (sequence === this.position) return null;
    return { sequence, transaction: await this.log.nextTransaction() };
  }

  /** Without listeners, events are not read. */
  private async deliverUpTo(settled: number): Promise<void> {
    while (this.position !== null && this.listeners.size > 0 && this.position < settled) {
      const range = { after: this.position, upTo: settled, limit: EVENTS_PER_READ };
      const page = await this.log.read(range);
      const last = page.length < EVENTS_PER_READ ? undefined : page.at(-1);
      this.position = last?.sequence ?? settled;
      if (page.length > 0) for (const listener of this.listeners) listener(page);
    }
    this.position = settled;
    this.started.resolve(undefined);
  }
}
