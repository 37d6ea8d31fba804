import type { EngineChoice, LanguageEngine } from '#engines';
import type { Logger } from '#platform';
import type {
  CorrectionsRepository,
  EngineAnswersRepository,
  ScoringRepository,
  SummariesRepository,
  TaskRetriesRepository,
  TasksRepository,
} from '#store';

/** What a worker needs to correct, summarise and score. */
export interface LanguageDependencies {
  /** Engines that tasks may ask for. */
  readonly engines: EngineChoice<LanguageEngine>;
  readonly answers: EngineAnswersRepository;
  readonly tasks: TasksRepository;
  readonly retries: TaskRetriesRepository;
  readonly corrections: CorrectionsRepository;
  readonly summaries: SummariesRepository;
  readonly scoring: ScoringRepository;
  readonly logger: Logger;
}
