import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { EnginesModule } from '../engines/engines.module.ts';
import { QueuesModule } from '../queues/queues.module.ts';
import { TaskEventsService } from './events/task-events.service.ts';
import { TaskWatchHub } from './events/task-watch-hub.ts';
import { TasksInTemporal } from './live/tasks-in-temporal.ts';
import { PendingRetriesReader } from './live/pending-retries.reader.ts';
import { WorkerLiveness } from './live/worker-liveness.ts';
import { WorkflowStatusReader } from './live/workflow-status.reader.ts';
import { TasksController } from './tasks.controller.ts';
import { TasksService } from './tasks.service.ts';
import { TestTasksService } from './test-tasks.service.ts';

@Module({
  imports: [DispatcherModule, EnginesModule, QueuesModule],
  controllers: [TasksController],
  providers: [
    TasksService,
    TestTasksService,
    WorkflowStatusReader,
    PendingRetriesReader,
    TasksInTemporal,
    WorkerLiveness,
    TaskEventsService,
    TaskWatchHub,
  ],
  exports: [TaskEventsService],
})
export class TasksModule {}
