import type { SpeechConfig } from './config.types.ts';
import type { GivenSettings } from './engine-definition.ts';
import { settingsSchema, type Settings } from './settings.schema.ts';
import type { SpeechModel } from './speech-models.ts';
import { namedSpeechModels } from './speech-settings.schema.ts';

/** The settings that name models. */
const NAMING = settingsSchema.pick({
  AFTERWORD_SPEECH_MODEL: true,
  AFTERWORD_SPEECH_MODELS: true,
});

/**
 * The models that settings name, the default first, with the setting that names each.
 * @returns none when one of these settings is not valid, which is a fault of its own
 */
export function speechEnginesNamed(given: GivenSettings): ReadonlyMap<SpeechModel, string> {
  const { data } = NAMING.safeParse(given);
  const models = data === undefined ? [] : namedSpeechModels(data);
  return new Map(
    models.map((model, n) => [
      model,
      n === 0 ? 'AFTERWORD_SPEECH_MODEL' : 'AFTERWORD_SPEECH_MODELS',
    ]),
  );
}

/** The settings of transcription. */
export function speechConfig(settings: Settings): SpeechConfig {
  const { AFTERWORD_SPEECH_LANGUAGE: language, AFTERWORD_VOICE_MODEL: voiceModel } = settings;
  return {
    models: namedSpeechModels(settings),
    services: {
      timeoutMs: settings.AFTERWORD_SPEECH_TIMEOUT_MILLISECONDS,
      maxRequests: settings.AFTERWORD_SPEECH_MAX_REQUESTS,
      prices: settings.AFTERWORD_SPEECH_PRICES,
    },
    slots: settings.AFTERWORD_SPEECH_SLOTS,
    language: language === 'auto' ? null : language,
    chunkTargetMs: settings.AFTERWORD_SPEECH_CHUNK_SECONDS * 1000,
    parallelChunks: settings.AFTERWORD_SPEECH_PARALLEL_CHUNKS,
    chunkTimeoutMs: settings.AFTERWORD_SPEECH_CHUNK_TIMEOUT_MILLISECONDS,
    heartbeatTimeoutMs: settings.AFTERWORD_SPEECH_HEARTBEAT_TIMEOUT_MILLISECONDS,
    diarisation: settings.AFTERWORD_DIARISATION,
    voiceProfiles: settings.AFTERWORD_VOICE_PROFILES === 'on',
    voiceModel: voiceModel === 'off' ? null : voiceModel,
  };
}
