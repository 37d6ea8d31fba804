import type { SnapshotFolder, TombstoneList } from '#backups';
import type { BlobStore, ExportFolder, ImportFolder, Repositories } from '#store';
import type { OwnerRuns } from '#temporal';

/** What a worker needs to erase owners. */
export interface ErasureDependencies extends Pick<
  Repositories,
  | 'answers'
  | 'erasures'
  | 'installationRuns'
  | 'ownerEraser'
  | 'ownerFiles'
  | 'owners'
  | 'projections'
  | 'tasks'
  | 'unusedBlobs'
> {
  readonly blobs: BlobStore;
  readonly exportFolder: ExportFolder;
  readonly importFolder: ImportFolder;
  readonly snapshotFolder: SnapshotFolder;
  readonly ownerRuns: Pick<OwnerRuns, 'terminateAll' | 'removeAll'>;
  /** The list in the place of the backups. */
  readonly tombstones: TombstoneList;
}
