import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { RetentionController } from './retention.controller.ts';
import { RetentionService } from './retention.service.ts';

/** How long things are kept. Workers remove what is kept no longer. */
@Module({
  imports: [DispatcherModule],
  controllers: [RetentionController],
  providers: [RetentionService],
})
export class RetentionModule {}
