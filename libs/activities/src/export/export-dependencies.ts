import type { Logger } from '#platform';
import type { BlobStore, ExportFolder, Repositories } from '#store';

/** What a worker needs to make exports. */
export interface ExportDependencies extends Pick<
  Repositories,
  'exports' | 'exportRuns' | 'exportSource' | 'installationRuns'
> {
  readonly blobs: BlobStore;
  readonly exportFolder: ExportFolder;
  /** How long the file of an export is kept, in milliseconds. */
  readonly exportsKeptMs: number;
  /** Version of the product, and how many migrations it has. */
  readonly productVersion: string;
  readonly schemaVersion: () => Promise<number>;
  readonly logger: Logger;
}
