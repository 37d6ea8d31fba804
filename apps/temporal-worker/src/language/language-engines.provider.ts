import type { FactoryProvider } from '@nestjs/common';
import { createEngines, type EngineChoice, type LanguageEngine } from '#engines';
import { ENGINES, languageDefinitions, languageEngineNames } from '#engines/definitions';
import type { Config, Logger } from '#platform';
import { CONFIG, LOGGER, LANGUAGE_ENGINES } from '../infrastructure/tokens.ts';

/** The engines of this worker's language role: those whose required settings are set. */
export const languageEnginesProvider: FactoryProvider<EngineChoice<LanguageEngine>> = {
  provide: LANGUAGE_ENGINES,
  inject: [CONFIG, LOGGER],
  useFactory: (config: Config, logger: Logger) => {
    const defaultName = languageEngineNames(ENGINES, config).default;
    return createEngines(languageDefinitions(ENGINES), defaultName, { config, logger });
  },
};
