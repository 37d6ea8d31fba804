import type { SnapshotTaker } from '#backups';
import type { Logger } from '#platform';
import type { BlobStore, Repositories } from '#store';
import type {
  EarlierEntityRuns,
  RunInspector,
  TaskDelivery,
  WorkerVersions,
  WorkSignalDelivery,
} from '#temporal';

/** What a worker needs for maintenance. */
export interface MaintenanceDependencies extends Pick<
  Repositories,
  | 'eventLog'
  | 'installationTasks'
  | 'maintenance'
  | 'outbox'
  | 'pendingWork'
  | 'tasks'
  | 'workSignals'
> {
  readonly blobs: BlobStore;
  readonly snapshotTaker: SnapshotTaker;
  readonly taskDelivery: TaskDelivery;
  readonly signalDelivery: WorkSignalDelivery;
  readonly inspector: RunInspector;
  readonly versions: WorkerVersions;
  readonly earlierRuns: EarlierEntityRuns;
  readonly logger: Logger;
}
