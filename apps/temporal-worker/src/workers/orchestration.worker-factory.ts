import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import {
  createConversationActivities,
  createTaskActivities,
  createTranscriptActivities,
} from '#activities';
import type { Config, Logger } from '#platform';
import {
  TaskRetriesRepository,
  TasksRepository,
  TranscriptsRepository,
  WaitingWorkRepository,
} from '#store';
import { CONFIG, LOGGER } from '../infrastructure/tokens.ts';
import { WORKFLOW_BUNDLE } from './workflow-bundle.ts';
import type { WorkerFactory } from './worker-factory.port.ts';

/** Workflows, and the short activities that need the database alone. */
@Injectable()
export class OrchestrationWorkerFactory implements WorkerFactory {
  readonly role = 'orchestration';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly transcripts: TranscriptsRepository,
    private readonly tasks: TasksRepository,
    private readonly retries: TaskRetriesRepository,
    private readonly work: WaitingWorkRepository,
  ) {}

  create(connection: NativeConnection): Promise<Worker> {
    const { transcripts, tasks, retries, work, logger } = this;
    const scoring = this.config.stages.significanceEnabled;
    return Worker.create({
      connection,
      namespace: this.config.temporal.namespace,
      taskQueue: this.role,
      workflowBundle: { codePath: WORKFLOW_BUNDLE },
      activities: {
        ...createConversationActivities({ work, logger, scoring }),
        ...createTaskActivities({ tasks, retries, logger }),
        ...createTranscriptActivities({ transcripts, retries, logger }),
      },
      shutdownGraceTime: this.config.shutdownGraceMs,
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
