import type { BlobStore, Repositories } from '#store';

/** What a worker needs to clean up. */
export interface CleanUpDependencies extends Pick<
  Repositories,
  'answers' | 'binPurge' | 'installationRuns' | 'tokenUse' | 'unusedBlobs'
> {
  readonly blobs: BlobStore;
  /** How long what was deleted can be restored, in milliseconds. */
  readonly binKeptMs: number;
}
