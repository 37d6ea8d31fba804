import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { createUpkeepActivities } from '#activities';
import {
  ensureSchedules,
  RunInspector,
  TaskDelivery,
  WakeDelivery,
  WorkerVersions,
} from '#dispatch';
import type { Config, Logger } from '#platform';
import {
  OutboxRepository,
  TasksRepository,
  UpkeepRepository,
  WakesRepository,
  type BlobStore,
} from '#store';
import { BLOB_STORE, CONFIG, LOGGER } from '../infrastructure/tokens.ts';
import { HEARTBEAT_THROTTLE_MS } from './heartbeat-throttle.ts';
import type { WorkerFactory } from './worker-factory.port.ts';

const RETRY_MS = 1_000;

/** What looks after everything else, each minute and each night. */
@Injectable()
export class MaintenanceWorkerFactory implements WorkerFactory {
  readonly role = 'maintenance';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    private readonly upkeep: UpkeepRepository,
    private readonly tasks: TasksRepository,
    private readonly outbox: OutboxRepository,
    private readonly wakes: WakesRepository,
  ) {}

  create(connection: NativeConnection): Promise<Worker> {
    const { config, logger, blobs, upkeep, tasks, outbox, wakes } = this;
    const { namespace, deployment } = config.temporal;
    const client = this.clientOf(connection);
    return Worker.create({
      connection,
      namespace,
      taskQueue: this.role,
      activities: createUpkeepActivities({
        ...{ blobs, upkeep, tasks, outbox, wakes, logger },
        scoring: config.stages.significanceEnabled,
        taskDelivery: new TaskDelivery(client, connection, config, logger),
        wakeDelivery: new WakeDelivery(client, connection, config, logger),
        inspector: new RunInspector(client, connection),
        versions: new WorkerVersions(client, connection, namespace, deployment),
      }),
      maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
      defaultHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
      shutdownGraceTime: config.shutdownGraceMs,
    });
  }

  /** Whatever is regular is scheduled before the worker counts as ready. */
  async settleIn(connection: NativeConnection, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        await ensureSchedules(this.clientOf(connection));
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : error;
        this.logger.warn({ reason }, 'nothing can be scheduled yet');
        await sleep(RETRY_MS, undefined, { signal });
      }
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private clientOf(connection: NativeConnection): Client {
    return new Client({ connection, namespace: this.config.temporal.namespace });
  }
}
