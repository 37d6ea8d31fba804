import type { SnapshotTaker } from '#backups';
import type { Repositories } from '#store';

/** What a worker needs to take snapshots. */
export interface SnapshotDependencies extends Pick<Repositories, 'eventLog' | 'installationRuns'> {
  readonly snapshotTaker: SnapshotTaker;
}
