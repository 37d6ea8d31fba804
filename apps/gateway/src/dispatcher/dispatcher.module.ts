import { Module, type Provider } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { PinoLogger } from 'nestjs-pino';
import { TaskDelivery, WorkSignalDelivery } from '#temporal';
import type { Config } from '#platform';
import { CONFIG } from '../infrastructure/config.module.ts';
import { Dispatcher } from './dispatcher.ts';

/** Both deliveries have the same dependencies. */
const DELIVERIES: readonly Provider[] = [TaskDelivery, WorkSignalDelivery].map((Delivery) => ({
  provide: Delivery,
  inject: [Client, Connection, CONFIG, PinoLogger],
  useFactory: (client: Client, connection: Connection, config: Config, logger: PinoLogger) =>
    new Delivery(client, connection, config, logger),
}));

@Module({ providers: [Dispatcher, ...DELIVERIES], exports: [Dispatcher] })
export class DispatcherModule {}
