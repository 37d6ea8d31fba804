import path from 'node:path';
import type { Provider } from '@nestjs/common';
import {
  EngineChoice,
  FasterWhisperEngine,
  RestingSpeechEngine,
  type SpeechEngine,
} from '#engines';
import type { Config, Logger } from '#platform';
import { CONFIG, LOGGER, SPEECH_ENGINES } from '../infrastructure/tokens.ts';
import { speechModelFolder } from './model-folder.ts';

/** A model that few ask for gives its memory back after so long. */
const REST_AFTER_MS = 5 * 60_000;

/**
 * The engines of this worker's speech role, one for each model. The process of each starts with the
 * first clip for it; that of the usual model stays, those of the others end when they are idle.
 */
export const speechEnginesProvider: Provider<EngineChoice<SpeechEngine>> = {
  provide: SPEECH_ENGINES,
  inject: [CONFIG, LOGGER],
  useFactory: (config: Config, logger: Logger): EngineChoice<SpeechEngine> => {
    const { speech } = config;
    const [usual, ...others] = speech.models.map(({ name, location }) => {
      // Looked up at once, so that a model which is not there is noticed before a task asks for it.
      const modelFolder = speechModelFolder(location);
      return { name, make: () => whisper(config, name, modelFolder, logger) };
    });
    const engines = new Map<string, SpeechEngine>();
    if (usual) engines.set(usual.name, usual.make());
    for (const { name, make } of others) {
      engines.set(name, new RestingSpeechEngine(make, REST_AFTER_MS));
    }
    return new EngineChoice(engines, speech.model.name);
  },
};

function whisper(
  { speech, heartbeatTimeoutMs }: Config,
  model: string,
  modelFolder: string,
  logger: Logger,
): SpeechEngine {
  return new FasterWhisperEngine({
    pythonPath: speech.pythonPath,
    speechFolder: path.resolve('speech'),
    modelFolder,
    device: speech.device,
    slots: speech.slots,
    silenceTimeoutMs: heartbeatTimeoutMs,
    stallTimeoutMs: speech.stallTimeoutMs,
    logger: logger.child({ engine: 'speech', model }),
  });
}
