import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { BinController } from './bin.controller.ts';
import { BinService } from './bin.service.ts';

/** Deleted conversations. */
@Module({ imports: [DispatcherModule], controllers: [BinController], providers: [BinService] })
export class BinModule {}
