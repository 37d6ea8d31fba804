import type { FactoryProvider } from '@nestjs/common';
import { createEngines, type EngineChoice, type LanguageEngine, type RuleThreads } from '#engines';
import { ENGINES, languageDefinitions, languageEngineNames } from '#engines/definitions';
import type { Config, Logger } from '#platform';
import { CONFIG, LOGGER, LANGUAGE_ENGINES, RULE_THREADS } from '../infrastructure/tokens.ts';

/** The engines of this worker's language role: those whose required settings are set. */
export const languageEnginesProvider: FactoryProvider<EngineChoice<LanguageEngine>> = {
  provide: LANGUAGE_ENGINES,
  inject: [CONFIG, LOGGER, RULE_THREADS],
  useFactory: (config: Config, logger: Logger, rules: RuleThreads) => {
    const names = languageEngineNames(ENGINES, config);
    return createEngines(languageDefinitions(ENGINES), names, { config, logger, rules });
  },
};
