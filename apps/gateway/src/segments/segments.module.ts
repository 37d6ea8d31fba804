import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { SegmentsController } from './segments.controller.ts';
import { SegmentsService } from './segments.service.ts';

@Module({
  imports: [DispatcherModule],
  controllers: [SegmentsController],
  providers: [SegmentsService],
})
export class SegmentsModule {}
