import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { OperationModule } from '../operation/operation.module.ts';
import { EnginesController } from './engines/engines.controller.ts';
import { OfferedEngines } from './engines/offered-engines.ts';
import { EnginesService } from './engines/engines.service.ts';
import { TaskEventsService } from './events/task-events.service.ts';
import { TaskWatchHub } from './events/task-watch-hub.ts';
import { TaskRunReader } from './live/task-run.reader.ts';
import { SharedTasksInTemporal } from './live/shared-tasks-in-temporal.ts';
import { TasksInTemporal } from './live/tasks-in-temporal.ts';
import { WorkerLiveness } from './live/worker-liveness.ts';
import { TaskTypesController } from './task-types/task-types.controller.ts';
import { TaskTypesCheck } from './task-types/task-types.check.ts';
import { TasksController } from './tasks.controller.ts';
import { TasksService } from './tasks.service.ts';
import { TestTasksService } from './test/test-tasks.service.ts';

/** Background tasks: their types, their state and progress, and the operations on them. */
@Module({
  imports: [DispatcherModule, OperationModule],
  controllers: [TasksController, EnginesController, TaskTypesController],
  providers: [
    TasksService,
    TestTasksService,
    EnginesService,
    OfferedEngines,
    TaskTypesCheck,
    TaskRunReader,
    SharedTasksInTemporal,
    TasksInTemporal,
    WorkerLiveness,
    TaskEventsService,
    TaskWatchHub,
  ],
  exports: [TaskEventsService, EnginesService],
})
export class TasksModule {}
