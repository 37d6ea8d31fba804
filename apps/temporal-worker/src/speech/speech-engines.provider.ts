import type { FactoryProvider } from '@nestjs/common';
import { createEngines, type EngineChoice, type SpeechEngine } from '#engines';
import { ENGINES, speechDefinitions, speechEngineNames } from '#engines/definitions';
import type { Config, Logger } from '#platform';
import { CONFIG, LOGGER, SPEECH_ENGINES } from '../infrastructure/tokens.ts';

/** The engines of this worker's speech role. */
export const speechEnginesProvider: FactoryProvider<EngineChoice<SpeechEngine>> = {
  provide: SPEECH_ENGINES,
  inject: [CONFIG, LOGGER],
  useFactory: (config: Config, logger: Logger) => {
    const names = speechEngineNames(ENGINES, config);
    return createEngines(speechDefinitions(ENGINES), names, { config, logger });
  },
};
