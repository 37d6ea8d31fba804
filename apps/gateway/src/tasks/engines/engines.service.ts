import { Inject, Injectable } from '@nestjs/common';
import type { Engines } from '#contracts/api';
import { kindOf, type TaskSettings, type TaskType } from '#contracts/tasks';
import type { EngineKind, SummaryStyle } from '#contracts/model';
import {
  ENGINES,
  enginesNamed,
  languageDefinitions,
  languageEngineNames,
  speechEngineNames,
} from '#engines/definitions';
import { AppError, type Config } from '#platform';
import { InvalidRequestError } from '../../http/field-errors.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { engineInfos } from './engine-infos.ts';
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
  ) {}

  /** The names of all engines, the defaults for tasks that request none, and what could be used. */
  list(): Engines {
    const speech = speechEngineNames(ENGINES, this.config);
    const language = languageEngineNames(ENGINES, this.config);
    return {
      speech: { ...speech, available: [...speech.available] },
      language: {
        ...language,
        available: [...language.available],
        offered: [...this.offered.all],
      },
      engines: [...engineInfos(this.config)],
    };
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
   * @throws AppError `engine_unknown`, whose message lists the available engines
   * @throws InvalidRequestError when a language or parts of a recording are set for a task that is not
   * a transcription
   */
  check(type: TaskType, settings: TaskSettings = {}): void {
    const { engine } = settings;
    const { engine: kind } = kindOf(type);
    const known: readonly string[] = kind === 'speech' ? OF_SPEECH : (OF_TYPE[type] ?? []);
    const unfit = OF_SPEECH.filter((name) => settings[name] !== undefined && !known.includes(name));
    if (unfit.length > 0) {
      const message = 'is for transcriptions only';
      throw new InvalidRequestError(unfit.map((name) => ({ path: `settings.${name}`, message })));
    }
    const available: readonly string[] = kind === null ? [] : this.namesOf(kind);
    if (engine === undefined || available.includes(engine)) return;
    const message = `There is no engine “${engine}” for tasks of the type ${type}; there is ${available.join(', ')}.`;
    throw new AppError('engine_unknown', message, { details: { available } });
  }
}
