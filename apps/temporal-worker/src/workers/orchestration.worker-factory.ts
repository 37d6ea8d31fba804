import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Worker, type NativeConnection } from '@temporalio/worker';
import {
  createConversationActivities,
  createTaskActivities,
  createTranscriptActivities,
} from '#activities';
import { RunInspector, WorkerVersions } from '#dispatch';
import type { Config, Logger } from '#platform';
import {
  TaskRetriesRepository,
  TasksRepository,
  TranscriptsRepository,
  UpkeepRepository,
  WaitingWorkRepository,
} from '#store';
import { CONFIG, LOGGER } from '../infrastructure/tokens.ts';
import { VersionOffer } from './version-offer.ts';
import { WORKFLOW_BUILD_ID, WORKFLOW_BUNDLE } from './workflow-bundle.ts';
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
    private readonly upkeep: UpkeepRepository,
    private readonly work: WaitingWorkRepository,
  ) {}

  async create(connection: NativeConnection): Promise<Worker> {
    const { transcripts, tasks, retries, upkeep, work, logger } = this;
    const { namespace, deployment } = this.config.temporal;
    const inspector = new RunInspector(new Client({ connection, namespace }), connection);
    const buildId = await readFile(WORKFLOW_BUILD_ID, 'utf8');
    const scoring = this.config.stages.significanceEnabled;
    return Worker.create({
      connection,
      namespace,
      taskQueue: this.role,
      workflowBundle: { codePath: WORKFLOW_BUNDLE },
      activities: {
        ...createConversationActivities({ work, logger, scoring }),
        ...createTaskActivities({ tasks, retries, upkeep, inspector, logger }),
        ...createTranscriptActivities({ transcripts, retries, logger }),
      },
      // Short workflows stay with the version that they began with; long ones say themselves
      // that they go on with the next.
      workerDeploymentOptions: {
        version: { deploymentName: deployment, buildId },
        useWorkerVersioning: true,
        defaultVersioningBehavior: 'PINNED',
      },
      shutdownGraceTime: this.config.shutdownGraceMs,
    });
  }

  /** Nothing begins before some version is the current one. */
  async settleIn(connection: NativeConnection, signal: AbortSignal): Promise<void> {
    const { namespace, deployment, activation } = this.config.temporal;
    if (activation === 'manual') return;
    const client = new Client({ connection, namespace });
    const versions = new WorkerVersions(client, connection, namespace, deployment);
    const buildId = await readFile(WORKFLOW_BUILD_ID, 'utf8');
    await new VersionOffer(versions, buildId, this.logger).begin(signal);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
