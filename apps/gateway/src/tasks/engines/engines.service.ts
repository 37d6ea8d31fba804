import { Inject, Injectable } from '@nestjs/common';
import type { Engines } from '#contracts/api';
import { kindOf, type TaskSettings, type TaskType } from '#contracts/tasks';
import { ENGINES, languageEngineNames, speechEngineNames } from '#engines/definitions';
import { AppError, type Config } from '#platform';
import { InvalidRequestError } from '../../http/field-errors.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';

/** What the operator lets tasks ask for. */
@Injectable()
export class EnginesService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** All engines by their names, and which are taken when a task asks for none. */
  list(): Engines {
    const speech = speechEngineNames(ENGINES, this.config);
    const language = languageEngineNames(ENGINES, this.config);
    return {
      speech: { ...speech, available: [...speech.available] },
      language: { ...language, available: [...language.available] },
    };
  }

  /**
   * Refuses settings that no worker could follow.
   * @throws AppError `engine_unknown`, which names what there is
   * @throws InvalidRequestError when a task that hears nothing is given a language
   */
  check(type: TaskType, { engine, language }: TaskSettings = {}): void {
    const { engine: kind } = kindOf(type);
    if (language !== undefined && kind !== 'speech') {
      const message = 'is for transcriptions only';
      throw new InvalidRequestError([{ path: 'settings.language', message }]);
    }
    const available: readonly string[] = kind === null ? [] : this.list()[kind].available;
    if (engine === undefined || available.includes(engine)) return;
    const message = `There is no engine “${engine}” for a ${type}; there is ${available.join(', ')}.`;
    throw new AppError('engine_unknown', message, { details: { available } });
  }
}
