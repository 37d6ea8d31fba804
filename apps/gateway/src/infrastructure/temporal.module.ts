import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import type { Config } from '#platform';
import { CONFIG } from './config.module.ts';

/** The way to Temporal. It connects when first used, so the gateway starts without a server. */
@Global()
@Module({
  providers: [
    {
      provide: Connection,
      inject: [CONFIG],
      useFactory: ({ temporal }: Config) => Connection.lazy({ address: temporal.address }),
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
