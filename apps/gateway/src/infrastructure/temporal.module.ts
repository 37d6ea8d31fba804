import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import type { Config } from '#platform';
import { CONFIG } from './config.module.ts';

/**
 * Disables retries of the client. The outbox retries what must be delivered, status requests need
 * an answer at once, and retries of the client could not be stopped on shutdown.
 */
const NO_RETRIES: readonly never[] = [];

/**
 * Limits how long an unavailable Temporal delays a round of the dispatcher, and so the shutdown.
 */
const CONNECT_TIMEOUT_MS = 3_000;

/** The Temporal client. It connects on first use, so the gateway starts without a server. */
@Global()
@Module({
  providers: [
    {
      provide: Connection,
      inject: [CONFIG],
      useFactory: ({ temporal }: Config) =>
        Connection.lazy({
          address: temporal.address,
          connectTimeout: CONNECT_TIMEOUT_MS,
          interceptors: [...NO_RETRIES],
        }),
    },
    {
      provide: Client,
      inject: [Connection, CONFIG],
      useFactory: (connection: Connection, { temporal }: Config) =>
        new Client({ connection, namespace: temporal.namespace }),
    },
  ],
  exports: [Connection, Client],
})
export class TemporalModule implements OnApplicationShutdown {
  constructor(private readonly connection: Connection) {}

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}
