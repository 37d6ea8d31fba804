import { Inject, Injectable } from '@nestjs/common';
import type { Engines } from '#contracts/api';
import { kindOf, type TaskSettings, type TaskType } from '#contracts/tasks';
import { SPOKEN_LANGUAGES, type EngineKind, type SummaryStyle } from '#contracts/model';
import {
  ENGINES,
  enginesNamed,
  languageDefinitions,
  languageEngineNames,
  languagesOfSpeech,
  speechEngineNames,
} from '#engines/definitions';
import { AppError, type Config } from '#platform';
import { EngineFailuresRepository, isDatabaseAway, type EngineFailure } from '#store';
import { InvalidRequestError } from '../../http/field-errors.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { engineInfos, withFailures } from './engine-infos.ts';
import { OfferedEngines } from './offered-engines.ts';

/** Settings that only a transcription has. */
const OF_SPEECH = [
  ...(['language', 'channels', 'track', 'tracks'] as const),
  ...(['diarisation', 'speakers', 'minSpeakers', 'maxSpeakers'] as const),
];

/** Those of them that other types have, too. */
const OF_TYPE: Readonly<Partial<Record<TaskType, readonly string[]>>> = {
  diarisation: ['speakers', 'minSpeakers', 'maxSpeakers'],
};

/** The engines that the operator makes available to tasks. */
@Injectable()
export class EnginesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly offered: OfferedEngines,
    private readonly failures: EngineFailuresRepository,
  ) {}

  /**
   * The names of all engines, the defaults for tasks that request none, what could be used, and what went
   * wrong with those that are asked over a network.
   */
  async list(): Promise<Engines> {
    const speech = speechEngineNames(ENGINES, this.config);
    const language = languageEngineNames(ENGINES, this.config);
    return {
      speech: {
        ...speech,
        available: [...speech.available],
        language: this.config.speech.language ?? 'auto',
        languages: [...SPOKEN_LANGUAGES],
      },
      language: {
        ...language,
        available: [...language.available],
        offered: [...this.offered.all],
      },
      engines: [...withFailures(engineInfos(this.config), await this.lastFailures())],
    };
  }

  /** Which engines there are is known without the database; what went wrong with them is not. */
  private async lastFailures(): Promise<readonly EngineFailure[]> {
    try {
      return await this.failures.all();
    } catch (error) {
      if (isDatabaseAway(error)) return [];
      throw error;
    }
  }

  private namesOf(kind: EngineKind): readonly string[] {
    const names = kind === 'speech' ? speechEngineNames : languageEngineNames;
    return names(ENGINES, this.config).available;
  }

  /**
   * Rejects instructions for summaries that no engine of this installation follows.
   * @throws AppError `summary_prompt_needs_model`
   */
  checkSummaryStyle(style: SummaryStyle | null | undefined): void {
    if (!style?.prompt) return;
    const { engineSettings } = this.config;
    const named = enginesNamed(this.config);
    const models = languageDefinitions(ENGINES).filter(
      ({ costly, names }) => costly && names(engineSettings, named).length > 0,
    );
    if (models.length > 0) return;
    throw new AppError(
      'summary_prompt_needs_model',
      'The rules follow no instructions, and no language model is configured.',
    );
  }

  /**
   * Rejects settings that no worker supports.
   * @param settings those that are newly given; what a task has already was checked then
   * @param present those that a task has and keeps, such as its engine
   * @throws AppError `engine_unknown`, whose message lists the available engines, and
   * `engine_lacks_language`
   * @throws InvalidRequestError when a language or parts of a recording are set for a task that is not
   * a transcription
   */
  check(type: TaskType, settings: TaskSettings = {}, present: TaskSettings = {}): void {
    const { engine } = settings;
    const { engine: kind } = kindOf(type);
    const known: readonly string[] = kind === 'speech' ? OF_SPEECH : (OF_TYPE[type] ?? []);
    const unfit = OF_SPEECH.filter((name) => settings[name] !== undefined && !known.includes(name));
    if (unfit.length > 0) {
      const message = 'is for transcriptions only';
      throw new InvalidRequestError(unfit.map((name) => ({ path: `settings.${name}`, message })));
    }
    const available: readonly string[] = kind === null ? [] : this.namesOf(kind);
    if (engine !== undefined && !available.includes(engine)) {
      const message = `There is no engine “${engine}” for tasks of the type ${type}; there is ${available.join(', ')}.`;
      throw new AppError('engine_unknown', message, { details: { available } });
    }
    this.checkLanguage(settings.language, engine ?? present.engine);
  }

  /** A language that somebody asks for must be one that the engine knows; a detected one is. */
  private checkLanguage(language: string | undefined, engine: string | undefined): void {
    if (language === undefined || language === 'auto') return;
    const name = engine ?? speechEngineNames(ENGINES, this.config).default;
    const languages = languagesOfSpeech(ENGINES, this.config, name);
    if (languages === null || languages.includes(language)) return;
    const message = `The engine “${name}” does not know the language “${language}”; it knows ${languages.join(', ')}.`;
    throw new AppError('engine_lacks_language', message, { details: { engine: name, languages } });
  }
}
