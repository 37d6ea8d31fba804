import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError, Turns, type Config } from '#platform';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { EventStreamBody } from './event-stream-body.ts';

const RETRY_AFTER_MS = 5_000;

/**
 * All event streams of this process. There is a limit for each caller and in all, because each stream holds
 * memory for as long as its reader wants.
 */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  /**
   * What streams read from the database: half of the connections remain for other requests, however many
   * streams there are.
   */
  readonly reads: Turns;
  private readonly bodies = new Map<EventStreamBody, string>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.reads = new Turns(Math.max(1, Math.floor(config.database.connections / 2)));
  }

  /** The streams that are open. */
  get open(): readonly EventStreamBody[] {
    return [...this.bodies.keys()];
  }

  /**
   * Opens a stream for a request, until it ends or its reader has disconnected.
   * @param begin what may still fail before the response starts
   * @throws AppError `too_many_streams`, and what `begin` throws
   */
  async begin(
    request: FastifyRequest,
    begin: (body: EventStreamBody) => Promise<void>,
  ): Promise<EventStreamBody> {
    const body = this.add(request.ip);
    try {
      await begin(body);
      return body;
    } catch (error) {
      body.destroy();
      throw error;
    }
  }

  /** Ends all streams. Readers reconnect to another or restarted gateway and miss nothing. */
  onModuleDestroy(): void {
    for (const body of this.bodies.keys()) body.end();
  }

  private add(caller: string): EventStreamBody {
    const { inAll, perCaller } = this.config.doors.streams;
    if (this.bodies.size >= inAll) throw tooMany(`${inAll} event streams are open`);
    if (this.countOf(caller) >= perCaller) {
      throw tooMany(`${perCaller} event streams of ${caller} are open`);
    }
    const body = new EventStreamBody();
    this.bodies.set(body, caller);
    body.once('close', () => this.bodies.delete(body));
    return body;
  }

  private countOf(caller: string): number {
    return [...this.bodies.values()].filter((each) => each === caller).length;
  }
}

function tooMany(what: string): AppError {
  const details = { retryAfterMs: RETRY_AFTER_MS };
  return new AppError('too_many_streams', `${what}, which is the limit.`, { details });
}
