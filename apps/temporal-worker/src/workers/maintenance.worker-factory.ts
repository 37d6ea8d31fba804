import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { activitiesOf, createMaintenanceActivities, MAINTENANCE_HANDLERS } from '#activities';
import type { Config, Logger } from '#platform';
import type { BlobStore, Repositories } from '#store';
import {
  ensureSchedules,
  RunInspector,
  TaskDelivery,
  WorkerVersions,
  WorkSignalDelivery,
} from '#temporal';
import { BLOB_STORE, CONFIG, LOGGER, REPOSITORIES } from '../infrastructure/tokens.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { workerOptions } from './worker-options.ts';

const RETRY_MS = 1_000;
/** A schedule that Temporal cannot read after so many tries is replaced. */
const TRIES_TO_READ = 5;

/** Runs the schedules (every minute, every night), and the task types that need no engine. */
@Injectable()
export class MaintenanceWorkerFactory implements WorkerFactory {
  readonly role = 'maintenance';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    @Inject(REPOSITORIES) private readonly repositories: Repositories,
  ) {}

  create(connection: NativeConnection): Promise<Worker> {
    const { config, logger, blobs, repositories } = this;
    const { namespace, deployment } = config.temporal;
    const client = this.clientOf(connection);
    const dependencies = {
      ...repositories,
      blobs,
      logger,
      taskDelivery: new TaskDelivery(client, connection, config, logger),
      signalDelivery: new WorkSignalDelivery(client, connection, config, logger),
      inspector: new RunInspector(client, connection),
      versions: new WorkerVersions(client, connection, namespace, deployment),
    };
    const { retries } = repositories;
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, retries }),
      activities: {
        ...activitiesOf(this.role, MAINTENANCE_HANDLERS, dependencies),
        ...createMaintenanceActivities(dependencies),
      },
    });
  }

  /** Creates the schedules before the worker reports ready; retries until Temporal accepts them. */
  async onPolling(connection: NativeConnection, signal: AbortSignal): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await ensureSchedules(this.clientOf(connection), tries > TRIES_TO_READ);
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : error;
        this.logger.warn({ reason }, 'cannot create the schedules yet; retrying');
        await sleep(RETRY_MS, undefined, { signal });
      }
    }
  }

  private clientOf(connection: NativeConnection): Client {
    return new Client({ connection, namespace: this.config.temporal.namespace });
  }
}
