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
 * Hears of changes of tasks and of new events, over one database connection for the whole process,
 * and reads each event once, however many want to know.
 */
@Global()
@Module({
  providers: [
    {
      provide: NotificationFeed,
      inject: [CONFIG, PinoLogger],
      useFactory: ({ database }: Config, logger: PinoLogger) =>
        new NotificationFeed(database.url, (error) =>
          logger.warn({ err: error }, 'the feed of changes broke and will be made again'),
        ),
    },
    {
      provide: EventTail,
      inject: [EventLogRepository, NotificationFeed, PinoLogger],
      useFactory: (log: EventLogRepository, feed: NotificationFeed, logger: PinoLogger) =>
        new EventTail(log, feed, (error) =>
          logger.warn({ err: error }, 'new events could not be read; it is tried again'),
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

  /** Before the connections that it reads through are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.tail.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.feed.close();
  }
}
