import type { ModelPrices, TranscriptStyle } from '#contracts/model';
import type { DocumentReader } from '../../document-reading/document-reader.port.ts';
import type { EngineChoice, LanguageEngine, RuleThreads } from '#engines';
import type { DueSnapshots } from '../../snapshot/due-snapshots.ts';
import type { BlobStore, Repositories } from '#store';

/** The rules that check and count what engines have made, and hold no loop. */
export type CheckingRules = Pick<
  RuleThreads,
  'checkDrafts' | 'checkSummary' | 'guard' | 'heardEntries' | 'talkOf'
>;

/** What the handlers of the `language` queue are made with; each takes the repositories it needs. */
export interface LanguageDependencies extends Repositories {
  /** Engines that tasks may request by name. */
  readonly engines: EngineChoice<LanguageEngine>;
  readonly rules: CheckingRules;
  /** What answers instead of a model that was given up; `null` when the task then fails or waits. */
  readonly fallback: LanguageEngine | null;
  /** By which the cost of requests to models is known. */
  readonly prices: ModelPrices;
  /** What becomes of fillers and false starts in corrections. */
  readonly transcriptStyle: TranscriptStyle;
  /** Where the bytes of documents are. */
  readonly blobs: Pick<BlobStore, 'localPath'>;
  readonly readDocument: DocumentReader;
  /** Snapshots are due when a scoring task ends. */
  readonly dueSnapshots: Pick<DueSnapshots, 'requestIfDue'>;
}
