import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { Config } from '#platform';
import { openDatabase, type OpenDatabase } from '#store';
import { CONFIG } from './config.module.ts';
import { REPOSITORIES } from './repositories.ts';

/** Token of the open database. */
export const DATABASE = Symbol('database');

/**
 * The connection pool and what reads and writes through it. Opening it needs no PostgreSQL, so
 * the gateway starts without one; requests that need it answer 503 until it is there.
 */
@Global()
@Module({
  providers: [
    {
      provide: DATABASE,
      inject: [CONFIG, PinoLogger],
      useFactory: ({ database }: Config, logger: PinoLogger): OpenDatabase =>
        openDatabase(database.url, database.connections, (error) =>
          logger.warn({ err: error }, 'an idle database connection broke and will be replaced'),
        ),
    },
    ...REPOSITORIES.map(({ provide, make }) => ({
      provide,
      inject: [DATABASE, CONFIG],
      useFactory: ({ db }: OpenDatabase, { owners }: Config) => make(db, owners),
    })),
  ],
  exports: [DATABASE, ...REPOSITORIES.map(({ provide }) => provide)],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: OpenDatabase) {}

  /** After the last request has been answered and the last round of the dispatcher has ended. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
