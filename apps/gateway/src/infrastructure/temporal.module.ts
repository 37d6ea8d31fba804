import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import type { Config } from '#platform';
import { CONFIG } from './config.module.ts';

/**
 * Calls are not tried again by the client: the outbox does that for what must arrive, and whoever
 * asks for a status wants an answer now. The client's own tries could not be ended on shutdown.
 */
const NO_RETRIES: readonly never[] = [];

/** A round of the dispatcher, and so stopping, waits no longer for a Temporal that is away. */
const CONNECT_TIMEOUT_MS = 3_000;

/** The way to Temporal. It connects when first used, so the gateway starts without a server. */
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
