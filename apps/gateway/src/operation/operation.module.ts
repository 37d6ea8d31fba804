import { Module } from '@nestjs/common';
import { BackupsModule } from '../backups/backups.module.ts';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { HealthController } from './health/health.controller.ts';
import { HealthService } from './health/health.service.ts';
import { ErasuresController } from './owners/erasures.controller.ts';
import { ErasuresService } from './owners/erasures.service.ts';
import { ModelUsageController } from './model-usage/model-usage.controller.ts';
import { ModelUsageService } from './model-usage/model-usage.service.ts';
import { OwnerSettingsController } from './owners/owner-settings.controller.ts';
import { OwnerSettingsService } from './owners/owner-settings.service.ts';
import { OwnersController } from './owners/owners.controller.ts';
import { OwnersService } from './owners/owners.service.ts';
import { QueuePauses } from './queues/queue-pauses.ts';
import { QueuePlaces } from './queues/queue-places.ts';
import { QueuesController } from './queues/queues.controller.ts';
import { QueuesService } from './queues/queues.service.ts';
import { TemporalQueues } from './queues/temporal-queues.ts';

/** Routes for operators: owners, queues, health. */
@Module({
  imports: [BackupsModule, DispatcherModule],
  controllers: [
    OwnersController,
    OwnerSettingsController,
    ErasuresController,
    QueuesController,
    HealthController,
    ModelUsageController,
  ],
  providers: [
    OwnersService,
    OwnerSettingsService,
    ErasuresService,
    QueuesService,
    TemporalQueues,
    QueuePauses,
    QueuePlaces,
    HealthService,
    ModelUsageService,
  ],
  exports: [QueuePlaces],
})
export class OperationModule {}
