import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Turns } from '#platform';
import { EventLogRepository, type EventFilter } from '#store';
import { EventStreams } from '../http/event-stream/event-streams.ts';
import { toEventMessage, type EventMessage } from './event-view.ts';

/**
 * Number of sequences in a page of the whole log, and of events in one with a filter: to read and send one
 * takes about a millisecond of the loop.
 */
const PAGE = 100;
/** Readers that get a page at the same time; see {@link ReplayPages.take}. */
const AT_ONCE = 2;
/** How long a page is shared: readers that come at the same time read the same pages. */
const SHARED_MS = 2_000;
const MOST_SHARED = 32;

/** A page of events that a reader has missed. */
export interface ReplayPage {
  readonly events: readonly EventMessage[];
  /** All of them as they are sent, once for all readers; `null` when there are none. */
  readonly bytes: Buffer | null;
  /** Up to this sequence there are no others. */
  readonly readTo: number;
}

interface SharedPage {
  readonly expiresAt: number;
  readonly page: Promise<ReplayPage>;
}

/**
 * Pages of the log for readers that catch up. Pages of the whole log begin at fixed sequences, and are read
 * and written as text once for all readers of that moment: hundreds that start from 0 at the same time, as
 * after a restart, would otherwise keep the loop busy for seconds.
 */
@Injectable()
export class ReplayPages {
  private readonly shared = new Map<number, SharedPage>();
  private readonly turns = new Turns(AT_ONCE);

  constructor(
    private readonly log: EventLogRepository,
    private readonly streams: EventStreams,
  ) {}

  /**
   * Hands over the next page after a position. Few readers get one at the same time, in turn, and between two
   * of them the loop serves whatever else has come: hundreds would otherwise make each other request wait
   * for a page of each of them.
   * @param hand must not wait for the reader
   */
  async take(
    after: number,
    upTo: number,
    filter: EventFilter,
    hand: (page: ReplayPage) => void,
  ): Promise<void> {
    await this.turns.take(async () => {
      hand(await this.next(after, upTo, filter));
      await nextTurn();
    });
  }

  /**
   * The next page after a position.
   * @param upTo the last settled sequence
   * @returns a page that may begin before the position
   */
  private next(after: number, upTo: number, filter: EventFilter): Promise<ReplayPage> {
    const isWhole = filter.ownerId === undefined && filter.conversationId === undefined;
    const number = Math.floor(after / PAGE);
    if (isWhole && (number + 1) * PAGE <= upTo) return this.sharedPage(number);
    return this.read(after, upTo, filter);
  }

  private sharedPage(number: number): Promise<ReplayPage> {
    const now = performance.now();
    const known = this.shared.get(number);
    if (known !== undefined && known.expiresAt > now) return known.page;
    this.forget(now);
    const page = this.read(number * PAGE, (number + 1) * PAGE, {});
    this.shared.set(number, { expiresAt: now + SHARED_MS, page });
    // A page that could not be read is tried again by the next reader.
    page.catch(() => this.shared.delete(number));
    return page;
  }

  private async read(after: number, upTo: number, filter: EventFilter): Promise<ReplayPage> {
    const range = { after, upTo, limit: PAGE };
    const records = await this.streams.reads.take(() => this.log.read(range, filter));
    const events = records.map(toEventMessage);
    const isFull = events.length === PAGE;
    const text = events.map((event) => event.text).join('');
    const bytes = text === '' ? null : Buffer.from(text);
    return { events, bytes, readTo: isFull ? (events.at(-1)?.sequence ?? upTo) : upTo };
  }

  /** Makes room, the oldest first. */
  private forget(now: number): void {
    for (const [number, { expiresAt }] of this.shared) {
      if (expiresAt > now && this.shared.size < MOST_SHARED) break;
      this.shared.delete(number);
    }
  }
}
