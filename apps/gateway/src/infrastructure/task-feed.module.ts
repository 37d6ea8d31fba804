import {
  Global,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { Config } from '#platform';
import { TaskFeed } from '#store';
import { CONFIG } from './config.module.ts';

/** Hears of changes of tasks, over one database connection for the whole process. */
@Global()
@Module({
  providers: [
    {
      provide: TaskFeed,
      inject: [CONFIG, PinoLogger],
      useFactory: ({ database }: Config, logger: PinoLogger) =>
        new TaskFeed(database.url, (error) =>
          logger.warn({ err: error }, 'the feed of task changes broke and will be made again'),
        ),
    },
  ],
  exports: [TaskFeed],
})
export class TaskFeedModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly feed: TaskFeed) {}

  onApplicationBootstrap(): void {
    this.feed.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.feed.close();
  }
}
