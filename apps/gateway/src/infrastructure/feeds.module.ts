import {
  Global,
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { Config } from '#platform';
import { EventLogRepository, EventTail, NotificationFeed } from '#store';
import { CONFIG } from './config.module.ts';

/**
 * Receives notifications of changed tasks and new events over one database connection per process,
 * and reads each event once for all subscribers.
 */
@Global()
@Module({
  providers: [
    {
      provide: NotificationFeed,
      inject: [CONFIG, PinoLogger],
      useFactory: ({ database }: Config, logger: PinoLogger) =>
        new NotificationFeed(database.url, (error) =>
          logger.warn({ err: error }, 'the notification feed failed and will reconnect'),
        ),
    },
    {
      provide: EventTail,
      inject: [EventLogRepository, NotificationFeed, PinoLogger],
      useFactory: (log: EventLogRepository, feed: NotificationFeed, logger: PinoLogger) =>
        new EventTail(log, feed, (error) =>
          logger.warn({ err: error }, 'new events could not be read; the read will be retried'),
        ),
    },
  ],
  exports: [NotificationFeed, EventTail],
})
export class FeedsModule
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  constructor(
    private readonly feed: NotificationFeed,
    private readonly tail: EventTail,
  ) {}

  onApplicationBootstrap(): void {
    this.tail.open();
    this.feed.open();
  }

  /** Runs before the database pool is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.tail.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.feed.close();
  }
}
