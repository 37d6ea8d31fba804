import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { ExchangesController } from './exchanges.controller.ts';
import { ExchangesService } from './exchanges.service.ts';

@Module({
  imports: [DispatcherModule],
  controllers: [ExchangesController],
  providers: [ExchangesService],
})
export class ExchangesModule {}
