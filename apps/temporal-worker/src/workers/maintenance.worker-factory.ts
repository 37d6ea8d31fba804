import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Worker, type NativeConnection } from '@temporalio/worker';
import {
  activitiesOf,
  createMaintenanceActivities,
  createNightlyBackupActivities,
  DueCleanUp,
  ExportSweeper,
  DueRetention,
  ImportSweeper,
  MAINTENANCE_HANDLERS,
} from '#activities';
import {
  AbandonedRestores,
  openBackups,
  openPlace,
  openRestorer,
  RestoreEnding,
  SnapshotFolder,
  SnapshotTaker,
  TombstoneList,
} from '#backups';
import { afterwordVersion, type Config, type Logger } from '#platform';
import {
  ExportFolder,
  ImportFolder,
  ownSchemaVersion,
  type BlobStore,
  type Repositories,
} from '#store';
import {
  EarlierEntityRuns,
  ensureSchedules,
  OwnerRuns,
  ReplacedRuns,
  RunInspector,
  ScheduleUpdateError,
  TaskDelivery,
  WorkerVersions,
  WorkSignalDelivery,
} from '#temporal';
import { BLOB_STORE, CONFIG, LOGGER, REPOSITORIES } from '../infrastructure/tokens.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { workerOptions } from './worker-options.ts';

const RETRY_MS = 1_000;
/** Number of consecutive failed updates after which a schedule is replaced. */
const MAX_FAILED_UPDATES = 5;

/** How often in a row the update of a schedule has failed. */
interface FailedUpdates {
  readonly scheduleId: string;
  readonly times: number;
}

/** Counts a failure; any other failure than that of the same schedule starts again. */
function failedUpdates(error: unknown, before: FailedUpdates | null): FailedUpdates | null {
  if (!(error instanceof ScheduleUpdateError)) return null;
  const { scheduleId } = error;
  return { scheduleId, times: before?.scheduleId === scheduleId ? before.times + 1 : 1 };
}

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

  async create(connection: NativeConnection): Promise<Worker> {
    const { config, logger, blobs, repositories } = this;
    const { namespace, deployment } = config.temporal;
    const client = this.clientOf(connection);
    const exportFolder = new ExportFolder(config.exports.folder);
    const { keptMs: exportsKeptMs } = config.exports;
    const importFolder = new ImportFolder(config.imports.folder);
    const dependencies = {
      ...repositories,
      blobs,
      logger,
      snapshotTaker: this.snapshotTaker(),
      snapshotFolder: new SnapshotFolder(config.snapshots.folder),
      tombstones: new TombstoneList(openPlace(config.backups.place)),
      ownerRuns: new OwnerRuns(client, connection),
      taskDelivery: new TaskDelivery(client, connection, config, logger),
      signalDelivery: new WorkSignalDelivery(client, connection, config, logger),
      inspector: new RunInspector(client, connection),
      versions: new WorkerVersions(client, connection, namespace, deployment),
      earlierRuns: new EarlierEntityRuns(client),
      openBackups: () => openBackups(config.backups, this.backedUp),
      openRestorer: () => openRestorer(config.backups, this.backedUp),
      restoreEnding: new RestoreEnding(config.database.url),
      abandonedRestores: new AbandonedRestores(config.database.url),
      replacedRuns: new ReplacedRuns(client),
      keep: config.backups.keep,
      exportFolder,
      exportsKeptMs,
      binKeptMs: config.bin.keptMs,
      dueCleanUp: new DueCleanUp(repositories, config.bin.keptMs),
      dueRetention: new DueRetention(repositories),
      exportSweeper: new ExportSweeper(repositories.exports, exportFolder, exportsKeptMs),
      importFolder,
      importSweeper: new ImportSweeper(repositories.imports, importFolder, config.imports.keptMs),
      productVersion: afterwordVersion(),
      schemaVersion: () => ownSchemaVersion(),
    };
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, repositories }),
      activities: {
        ...activitiesOf(this.role, MAINTENANCE_HANDLERS, dependencies),
        ...createMaintenanceActivities(dependencies),
        ...createNightlyBackupActivities(dependencies),
      },
    });
  }

  /** Creates the schedules before the worker reports ready; retries until Temporal accepts them. */
  async onPolling(connection: NativeConnection, signal: AbortSignal): Promise<void> {
    const { at, timeZone } = this.config.backups;
    const backupAt = at === null ? null : { ...at, timeZone };
    let failed: FailedUpdates | null = null;
    for (;;) {
      const replaceable = failed && failed.times >= MAX_FAILED_UPDATES ? failed.scheduleId : null;
      try {
        await ensureSchedules(this.clientOf(connection), backupAt, replaceable);
        return;
      } catch (error) {
        failed = failedUpdates(error, failed);
        const reason = error instanceof Error ? error.message : error;
        this.logger.warn({ reason }, 'cannot create the schedules yet; retrying');
        await sleep(RETRY_MS, undefined, { signal });
      }
    }
  }

  private snapshotTaker(): SnapshotTaker {
    const { config, logger, repositories } = this;
    const { folder, keep } = config.snapshots;
    return new SnapshotTaker(repositories.projections, new SnapshotFolder(folder), keep, logger);
  }

  /** What backups are made of. */
  private get backedUp() {
    const { config, blobs } = this;
    const databaseFolder = path.join(config.dataFolder, 'postgresql');
    const { url: databaseUrl } = config.database;
    return { databaseUrl, databaseFolder, blobs, version: afterwordVersion() };
  }

  private clientOf(connection: NativeConnection): Client {
    return new Client({ connection, namespace: this.config.temporal.namespace });
  }
}
