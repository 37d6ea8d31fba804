import type { EngineChoice, LanguageEngine } from '#engines';
import type { DueSnapshots } from '../../snapshot/due-snapshots.ts';
import type { Repositories } from '#store';

/** What the handlers of the `language` queue are made with; each takes the repositories it needs. */
export interface LanguageDependencies extends Repositories {
  /** Engines that tasks may request by name. */
  readonly engines: EngineChoice<LanguageEngine>;
  /** Snapshots are due when a scoring task ends. */
  readonly dueSnapshots: Pick<DueSnapshots, 'requestIfDue'>;
}
