import { setTimeout as sleep } from 'node:timers/promises';
import { Paced } from '#platform';
import type { EventLogRepository, EventRecord } from '../events/event-log.repository.ts';
import type { NotificationFeed } from './notification-feed.ts';

/** Called with events in the order of their sequence, each once. */
export type EventListener = (events: readonly EventRecord[]) => void;

/** A sequence, and the transaction id below which all that took a number up to it have theirs. */
interface Mark {
  readonly sequence: number;
  readonly transaction: bigint;
}

/** Least time between two looks while there is much news, or some that is not settled yet. */
const PACE_MS = 10;
/** Should a notification get lost. */
const SAFETY_MS = 5_000;
const EVENTS_PER_READ = 500;

/**
 * Follows the log of events: every event once, in the order of the sequence, none left out.
 *
 * The sequence alone does not give that, because a number is given before its transaction ends and
 * a lower one may become visible after a higher one. But whoever takes a number has a transaction
 * id before. So a look reads the highest number given, then draws a transaction id of its own:
 * all those who took a number up to there have lower ids. Once no transaction below that id is
 * running, everything up to that number is settled: committed and visible, or never to come.
 */
export class EventTail {
  private readonly listeners = new Set<EventListener>();
  private readonly looking = new Paced(() => this.look(), PACE_MS);
  private readonly started = Promise.withResolvers<undefined>();
  private unsubscribe: (() => void) | null = null;
  private safety: NodeJS.Timeout | null = null;
  private mark: Mark | null = null;
  private position: number | null = null;
  private underWay: Promise<void> = Promise.resolve();

  /** @param onError told why a look failed; another one follows */
  constructor(
    private readonly log: EventLogRepository,
    private readonly feed: NotificationFeed,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Starts to follow from the end of what is settled; returns at once. */
  open(): void {
    this.unsubscribe = this.feed.subscribe('events', () => this.looking.request());
    this.safety = setInterval(() => this.looking.request(), SAFETY_MS);
    this.looking.request();
  }

  /**
   * The sequence up to which listeners have been told everything, and nothing will be added to the
   * log any more; `null` before the first look.
   */
  get settled(): number | null {
    return this.position;
  }

  /** Waits for the first look. */
  async ready(): Promise<void> {
    await this.started.promise;
  }

  /**
   * Waits until everything that is committed by now is settled, so that whoever has just written
   * something reads it; but no longer than so, for another transaction may stay open for long.
   */
  async catchUp(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const wanted = await this.log.lastSequence();
    this.looking.request();
    while ((this.position ?? -1) < wanted && Date.now() < deadline) await sleep(PACE_MS);
  }

  /** Tells of all events after {@link settled}. @returns a function that ends the subscription */
  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.unsubscribe?.();
    this.unsubscribe = null;
    if (this.safety) clearInterval(this.safety);
    this.looking.stop();
    await this.underWay;
  }

  /** When the database is away, the feed says when it is back. */
  private look(): Promise<void> {
    this.underWay = this.advance().catch(this.onError);
    return this.underWay;
  }

  /** The next mark is set at once: it has the pause to become settled. */
  private async advance(): Promise<void> {
    this.mark ??= await this.newMark();
    if (this.mark === null) return;
    if ((await this.log.oldestRunning()) >= this.mark.transaction) {
      await this.tellUpTo(this.mark.sequence);
      this.mark = null;
      this.mark = await this.newMark();
    }
    if (this.mark !== null) this.lookAgain();
  }

  private lookAgain(): void {
    if (this.unsubscribe) this.looking.request();
  }

  /** In this order: whoever takes a number after it was read may have any transaction id. */
  private async newMark(): Promise<Mark | null> {
    const sequence = await this.log.lastSequence();
    if (sequence === this.position) return null;
    return { sequence, transaction: await this.log.nextTransaction() };
  }

  /** What nobody listens to is not read. */
  private async tellUpTo(settled: number): Promise<void> {
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
