import type { EngineChoice, LanguageEngine } from '#engines';
import type { Repositories } from '#store';

/** What a worker needs for the tasks of language engines. */
export interface LanguageDependencies extends Pick<
  Repositories,
  'answers' | 'tasks' | 'corrections' | 'summaries' | 'scoring'
> {
  /** Engines that tasks may ask for. */
  readonly engines: EngineChoice<LanguageEngine>;
}
