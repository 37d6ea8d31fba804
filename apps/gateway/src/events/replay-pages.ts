import { Injectable } from '@nestjs/common';
import { EventLogRepository, type EventFilter } from '#store';
import { EventStreams } from '../http/event-stream/event-streams.ts';
import { toEventMessage, type EventMessage } from './event-view.ts';

/** Number of sequences in a page of the whole log, and of events in one with a filter. */
const PAGE = 200;
/** How long a page is shared: readers that come at the same time read the same pages. */
const SHARED_MS = 2_000;
const MOST_SHARED = 32;

/** A page of events that a reader has missed. */
export interface ReplayPage {
  readonly events: readonly EventMessage[];
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

  constructor(
    private readonly log: EventLogRepository,
    private readonly streams: EventStreams,
  ) {}

  /**
   * The next page after a position.
   * @param upTo the last settled sequence
   * @returns a page that may begin before the position
   */
  next(after: number, upTo: number, filter: EventFilter): Promise<ReplayPage> {
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
    return { events, readTo: isFull ? (events.at(-1)?.sequence ?? upTo) : upTo };
  }

  /** Makes room, the oldest first. */
  private forget(now: number): void {
    for (const [number, { expiresAt }] of this.shared) {
      if (expiresAt > now && this.shared.size < MOST_SHARED) break;
      this.shared.delete(number);
    }
  }
}
