import { Module } from '@nestjs/common';
import { QueuePauses } from './queue-pauses.ts';
import { QueuePlaces } from './queue-places.ts';
import { QueuesController } from './queues.controller.ts';
import { QueuesService } from './queues.service.ts';
import { TemporalQueues } from './temporal-queues.ts';

@Module({
  controllers: [QueuesController],
  providers: [QueuesService, TemporalQueues, QueuePauses, QueuePlaces],
  exports: [QueuePlaces],
})
export class QueuesModule {}
