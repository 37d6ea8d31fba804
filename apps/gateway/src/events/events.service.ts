import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { EventLogPage, EventLogQuery } from '#contracts/api';
import { AppError, inTime } from '#platform';
import { EventLogRepository, EventTail, type EventFilter } from '#store';
import { commentBlock } from '../http/event-stream/event-block.ts';
import type { EventStreamBody } from '../http/event-stream/event-stream-body.ts';
import { EventAudience } from './event-audience.ts';
import { EventReader } from './event-reader.ts';
import { toLoggedEvent } from './event-view.ts';
import { ReplayPages } from './replay-pages.ts';

const TIMEOUT_MS = 3_000;
const SEQUENCE = /^\d{1,15}$/;

/** Maximum time that a list waits for events that are not settled yet. */
const CATCH_UP_MS = 1_000;

/** The event log, as a list and as a stream. Only settled events are shown. */
@Injectable()
export class EventsService {
  constructor(
    private readonly log: EventLogRepository,
    private readonly tail: EventTail,
    private readonly audience: EventAudience,
    private readonly pages: ReplayPages,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(EventsService.name);
  }

  /**
   * Reads a page of the log. It includes events that were committed before the request, unless an
   * older transaction stays open for longer than `CATCH_UP_MS`.
   * @throws AppError `database_unavailable`
   */
  async list({ after = '0', limit, ...filter }: EventLogQuery): Promise<EventLogPage> {
    await this.tail.catchUp(CATCH_UP_MS);
    const settled = await this.settled();
    const range = { after: Number(after), upTo: settled, limit };
    const events = await this.log.read(range, filter);
    const last = events.length < limit ? settled : (events.at(-1)?.sequence ?? settled);
    // A position beyond the end comes from another database, and would skip what is yet to come.
    const isKnown = Number(after) <= settled || Number(after) <= (await this.log.lastSequence());
    const nextAfter = String(isKnown ? Math.max(Number(after), last) : settled);
    return { items: events.map(toLoggedEvent), nextAfter };
  }

  /**
   * Streams the log after the last event that the reader received, or from now.
   * @param lastEventId sequence of that event; an invalid value is ignored
   * @throws AppError `database_unavailable`
   */
  async follow(
    filter: EventFilter,
    lastEventId: string | undefined,
    body: EventStreamBody,
  ): Promise<void> {
    const position = await this.startOf(lastEventId);
    body.send(commentBlock('hello'));
    this.catchUp(new EventReader(body, filter, position)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'could not send the missed events to a reader');
      body.destroy();
    });
  }

  /** Ignores a sequence beyond the end of the log: it comes from another database. */
  private async startOf(lastEventId = ''): Promise<number> {
    const settled = await this.settled();
    const known = SEQUENCE.test(lastEventId) ? Number(lastEventId) : null;
    if (known === null || known <= settled) return known ?? settled;
    return known <= (await this.log.lastSequence()) ? known : settled;
  }

  /**
   * Sends the missed events and then adds the reader to the audience, without a gap. Nothing is read for a
   * reader before it has taken the last page.
   */
  private async catchUp(reader: EventReader): Promise<void> {
    for (;;) {
      const upTo = this.tail.settled ?? 0;
      if (reader.position >= upTo || reader.body.destroyed) break;
      await this.pages.take(reader.position, upTo, reader.filter, (page) => reader.catchUp(page));
      await reader.body.drained();
    }
    reader.greet();
    this.audience.join(reader);
  }

  private async settled(): Promise<number> {
    await inTime(TIMEOUT_MS, this.tail.ready()).catch((error: unknown) => {
      const message = 'The log of events cannot be read at the moment.';
      throw new AppError('database_unavailable', message, { cause: error });
    });
    return this.tail.settled ?? 0;
  }
}
