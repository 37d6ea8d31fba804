import type { DocumentReader } from '../../document-reading/document-reader.port.ts';
import type { EngineChoice, LanguageEngine, RuleThreads } from '#engines';
import type { DueSnapshots } from '../../snapshot/due-snapshots.ts';
import type { BlobStore, Repositories } from '#store';

/** The rules of agents that hold no loop. */
export type AgentRules = Pick<RuleThreads, 'checkDrafts' | 'talkOf'>;

/** What the handlers of the `language` queue are made with; each takes the repositories it needs. */
export interface LanguageDependencies extends Repositories {
  /** Engines that tasks may request by name. */
  readonly engines: EngineChoice<LanguageEngine>;
  /** Checks and counts what was read for agents, by whatever engine. */
  readonly rules: AgentRules;
  /** Where the bytes of documents are. */
  readonly blobs: Pick<BlobStore, 'localPath'>;
  readonly readDocument: DocumentReader;
  /** Snapshots are due when a scoring task ends. */
  readonly dueSnapshots: Pick<DueSnapshots, 'requestIfDue'>;
}
