import { Module } from '@nestjs/common';
import { Dispatcher } from './dispatcher.ts';
import { StartOptionsFactory } from './start-options.factory.ts';
import { TemporalDelivery } from './temporal-delivery.ts';

@Module({ providers: [Dispatcher, TemporalDelivery, StartOptionsFactory], exports: [Dispatcher] })
export class DispatcherModule {}
