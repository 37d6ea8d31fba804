import { Module } from '@nestjs/common';
import { Dispatcher } from './dispatcher.ts';
import { RunLimits } from './run-limits.ts';
import { StartOptionsFactory } from './start-options.factory.ts';
import { TemporalDelivery } from './temporal-delivery.ts';
import { WakeDelivery } from './wake-delivery.ts';

@Module({
  providers: [Dispatcher, TemporalDelivery, WakeDelivery, StartOptionsFactory, RunLimits],
  exports: [Dispatcher],
})
export class DispatcherModule {}
