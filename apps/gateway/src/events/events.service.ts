import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { EventLogPage, EventLogQuery } from '#contracts/api';
import { AppError } from '#platform';
import { EventLogRepository, EventTail, type EventFilter } from '#store';
import { commentBlock } from '../http/event-stream/event-block.ts';
import { EventStreamBody } from '../http/event-stream/event-stream-body.ts';
import { inTime } from '../infrastructure/in-time.ts';
import { EventAudience } from './event-audience.ts';
import { EventReader } from './event-reader.ts';
import { toEventMessage, toLoggedEvent } from './event-view.ts';

const PATIENCE_MS = 3_000;
const EVENTS_PER_READ = 500;
const SEQUENCE = /^\d{1,15}$/;

/** A list of events waits no longer for those that are not settled yet. */
const CATCH_UP_MS = 1_000;

/** What has happened, as a list and as a stream. Only what is settled is shown. */
@Injectable()
export class EventsService {
  constructor(
    private readonly log: EventLogRepository,
    private readonly tail: EventTail,
    private readonly audience: EventAudience,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(EventsService.name);
  }

  /**
   * A page of the log. What was committed before the request is in it, unless a transaction that
   * began earlier stays open for long.
   * @throws AppError `database_unavailable`
   */
  async list({ after = '0', limit, ...filter }: EventLogQuery): Promise<EventLogPage> {
    await this.tail.catchUp(CATCH_UP_MS);
    const settled = await this.settled();
    const range = { after: Number(after), upTo: settled, limit };
    const events = await this.log.read(range, filter);
    const last = events.length < limit ? settled : (events.at(-1)?.sequence ?? settled);
    const nextAfter = String(Math.max(Number(after), last));
    return { items: events.map(toLoggedEvent), nextAfter };
  }

  /**
   * Follows the log from the event that the reader knows last, or from now.
   * @param lastEventId sequence of that event; anything else counts as none
   * @throws AppError `database_unavailable`
   */
  async follow(filter: EventFilter, lastEventId: string | undefined): Promise<EventStreamBody> {
    const position = await this.startOf(lastEventId);
    const body = new EventStreamBody();
    body.send(commentBlock('hello'));
    this.lead(new EventReader(body, filter, position)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'a reader of events could not be brought up to date');
      body.destroy();
    });
    return body;
  }

  /** A number that was never given is of another database, and of no use here. */
  private async startOf(lastEventId = ''): Promise<number> {
    const settled = await this.settled();
    const known = SEQUENCE.test(lastEventId) ? Number(lastEventId) : null;
    if (known === null || known <= settled) return known ?? settled;
    return known <= (await this.log.lastSequence()) ? known : settled;
  }

  /** Brings a reader up to date and, with nothing in between, into the audience. */
  private async lead(reader: EventReader): Promise<void> {
    for (;;) {
      const upTo = this.tail.settled ?? 0;
      if (reader.position >= upTo || reader.body.destroyed) break;
      const range = { after: reader.position, upTo, limit: EVENTS_PER_READ };
      const page = await this.log.read(range, reader.filter);
      reader.tell(page.map(toEventMessage));
      if (page.length < EVENTS_PER_READ) reader.position = upTo;
      await reader.body.drained();
    }
    reader.greet();
    this.audience.join(reader);
  }

  private async settled(): Promise<number> {
    await inTime(PATIENCE_MS, this.tail.ready()).catch((error: unknown) => {
      const message = 'The log of events cannot be read at the moment.';
      throw new AppError('database_unavailable', message, { cause: error });
    });
    return this.tail.settled ?? 0;
  }
}
