import type { DocumentReader } from '../../document-reading/document-reader.port.ts';
import type { EngineChoice, LanguageEngine } from '#engines';
import type { DueSnapshots } from '../../snapshot/due-snapshots.ts';
import type { BlobStore, Repositories } from '#store';

/** What the handlers of the `language` queue are made with; each takes the repositories it needs. */
export interface LanguageDependencies extends Repositories {
  /** Engines that tasks may request by name. */
  readonly engines: EngineChoice<LanguageEngine>;
  /** Where the bytes of documents are. */
  readonly blobs: Pick<BlobStore, 'localPath'>;
  readonly readDocument: DocumentReader;
  /** Snapshots are due when a scoring task ends. */
  readonly dueSnapshots: Pick<DueSnapshots, 'requestIfDue'>;
}
