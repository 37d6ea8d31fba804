import path from 'node:path';
import type { Provider } from '@nestjs/common';
import { FasterWhisperEngine, type SpeechEngine } from '#engines';
import type { Config, Logger } from '#platform';
import { CONFIG, LOGGER, SPEECH_ENGINE } from '../infrastructure/tokens.ts';
import { speechModelFolder } from './model-folder.ts';

/** The engine of this worker's speech role. Its process starts with the first clip. */
export const speechEngineProvider: Provider<SpeechEngine> = {
  provide: SPEECH_ENGINE,
  inject: [CONFIG, LOGGER],
  useFactory: ({ speech, heartbeatTimeoutMs }: Config, logger: Logger): SpeechEngine =>
    new FasterWhisperEngine({
      pythonPath: speech.pythonPath,
      speechFolder: path.resolve('speech'),
      modelFolder: speechModelFolder(speech.model),
      device: speech.device,
      slots: speech.slots,
      silenceTimeoutMs: heartbeatTimeoutMs,
      stallTimeoutMs: speech.stallTimeoutMs,
      logger: logger.child({ engine: 'speech' }),
    }),
};
