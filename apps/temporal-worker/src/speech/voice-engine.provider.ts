import type { FactoryProvider } from '@nestjs/common';
import { createVoices, SpeakerThreads, type VoiceEngine } from '#engines';
import { speechProcessSettings } from '#engines/definitions';
import type { Config, Logger } from '#platform';
import { CONFIG, LOGGER, SPEAKER_THREADS, VOICE_ENGINE } from '../infrastructure/tokens.ts';

/** The engine for voices of this worker's speech role; `null` when there is to be none. */
export const voiceEngineProvider: FactoryProvider<VoiceEngine | null> = {
  provide: VOICE_ENGINE,
  inject: [CONFIG, LOGGER],
  useFactory: (config: Config, logger: Logger) =>
    createVoices(speechProcessSettings(config.engineSettings), { config, logger }),
};

/** The thread in which its voices are grouped. */
export const speakerThreadsProvider: FactoryProvider<SpeakerThreads> = {
  provide: SPEAKER_THREADS,
  useFactory: () => new SpeakerThreads(),
};
