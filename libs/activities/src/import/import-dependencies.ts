import type { Logger } from '#platform';
import type { BlobStore, ImportFolder, Repositories } from '#store';

/** What a worker needs to import files. */
export interface ImportDependencies extends Pick<
  Repositories,
  | 'importedConversations'
  | 'importedMemories'
  | 'importedProjects'
  | 'importRuns'
  | 'imports'
  | 'installationRuns'
  | 'glossaries'
  | 'ownerSettings'
> {
  readonly blobs: BlobStore;
  readonly importFolder: ImportFolder;
  readonly logger: Logger;
}
