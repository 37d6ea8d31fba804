import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Worker, type NativeConnection } from '@temporalio/worker';
import {
  createEntityActivities,
  createTaskActivities,
  createTranscriptActivities,
} from '#activities';
import type { Config, Logger } from '#platform';
import type { Repositories } from '#store';
import { EarlierEntityRuns, RunInspector, WorkerVersions } from '#temporal';
import { CONFIG, LOGGER, REPOSITORIES } from '../infrastructure/tokens.ts';
import { VersionOffer } from './version-offer.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { workerOptions } from './worker-options.ts';
import { expectAllWorkflows, readManifest, WORKFLOW_BUNDLE } from './workflow-bundle.ts';

/** Runs workflows, and the short activities that need only the database. */
@Injectable()
export class OrchestrationWorkerFactory implements WorkerFactory {
  readonly role = 'orchestration';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(REPOSITORIES) private readonly repositories: Repositories,
  ) {}

  /** @throws Error that names each workflow in the catalogue that the bundle lacks */
  async create(connection: NativeConnection): Promise<Worker> {
    const { config, repositories, logger } = this;
    const { namespace, deployment } = config.temporal;
    const client = new Client({ connection, namespace });
    const inspector = new RunInspector(client, connection);
    await this.terminateEarlierRuns(new EarlierEntityRuns(client));
    const manifest = await readManifest();
    expectAllWorkflows(manifest);
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, repositories }),
      workflowBundle: { codePath: WORKFLOW_BUNDLE },
      activities: {
        ...createEntityActivities(repositories),
        ...createTaskActivities({ ...repositories, inspector, logger }),
        ...createTranscriptActivities(repositories),
      },
      // Short workflows stay on the version on which they started. Long-lived ones override this
      // and move to the next version.
      workerDeploymentOptions: {
        version: { deploymentName: deployment, buildId: manifest.buildId },
        useWorkerVersioning: true,
        defaultVersioningBehavior: 'PINNED',
      },
    });
  }

  /** Before this worker gets their workflow tasks; `reconcile` repeats it in case it fails here. */
  private async terminateEarlierRuns(runs: EarlierEntityRuns): Promise<void> {
    try {
      await runs.terminateAll();
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      this.logger.warn({ reason }, 'cannot look for runs of an earlier version; retried later');
    }
  }

  /** Offers this version as current: no workflow starts before a version is current. */
  async onPolling(connection: NativeConnection, signal: AbortSignal): Promise<void> {
    const { namespace, deployment, activation } = this.config.temporal;
    if (activation === 'manual') return;
    const client = new Client({ connection, namespace });
    const versions = new WorkerVersions(client, connection, namespace, deployment);
    const { buildId } = await readManifest();
    await new VersionOffer(versions, buildId, this.logger).start(signal);
  }
}
