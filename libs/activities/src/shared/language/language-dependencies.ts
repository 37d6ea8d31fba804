import type { EngineChoice, LanguageEngine } from '#engines';
import type { Repositories } from '#store';

/** Dependencies of the handlers of the `language` queue. */
export interface LanguageDependencies extends Pick<
  Repositories,
  'answers' | 'tasks' | 'corrections' | 'summaries' | 'scoring'
> {
  /** The engines that tasks may name. */
  readonly engines: EngineChoice<LanguageEngine>;
}
