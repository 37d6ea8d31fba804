import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { EnginesModule } from '../engines/engines.module.ts';
import { QueuesModule } from '../queues/queues.module.ts';
import { TaskEventsService } from './events/task-events.service.ts';
import { TaskLookout } from './events/task-lookout.ts';
import { TasksInTemporal } from './live/tasks-in-temporal.ts';
import { PendingRetriesReader } from './live/pending-retries.reader.ts';
import { WorkerPresence } from './live/worker-presence.ts';
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
    WorkerPresence,
    TaskEventsService,
    TaskLookout,
  ],
  exports: [TaskEventsService],
})
export class TasksModule {}
