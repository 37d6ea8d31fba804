import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ApiClient } from '../support/api-client.ts';
import { LanguageStub } from '../support/language-stub.ts';
import { localWhisper } from '../support/local-whisper.ts';
import { SpeechStub } from '../support/speech-stub.ts';
import { startStack } from '../support/stack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A speech service that tasks may request. */
export const SPEECH_SERVICE = {
  name: 'openai-compatible:stub-1',
  key: 'key-of-the-speech-service',
  minutePrice: 0.6,
} as const;

/** An installation with limits of its own, and engines besides the default ones. */
export interface ConfiguredInstallation {
  readonly api: ApiClient;
  /** The language model, which is not the default engine. */
  readonly stub: LanguageStub;
  /** The speech service, which is not the default engine. */
  readonly service: SpeechStub;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** All that its processes have logged so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts it: it takes recordings of 8 MiB and two minutes, and has a speech model named `second`. */
export async function startConfigured(): Promise<ConfiguredInstallation> {
  const stub = await LanguageStub.start();
  const service = await SpeechStub.start();
  const models = await temporaryFolder('models');
  await symlink(localWhisper().modelFolder, path.join(models, 'second'));
  const stack = await startStack({
    AFTERWORD_MAX_CLIP_MEBIBYTES: '8',
    AFTERWORD_MAX_AUDIO_MINUTES: '2',
    AFTERWORD_SPEECH_MODELS: `${path.join(models, 'second')},${SPEECH_SERVICE.name}`,
    AFTERWORD_SPEECH_BASE_URL: service.url,
    AFTERWORD_SPEECH_API_KEY: SPEECH_SERVICE.key,
    AFTERWORD_SPEECH_AUDIO_SECONDS: '10',
    AFTERWORD_SPEECH_PRICES: `${SPEECH_SERVICE.name}=${SPEECH_SERVICE.minutePrice}`,
    AFTERWORD_LANGUAGE_BASE_URL: stub.url,
    AFTERWORD_LANGUAGE_MODEL: 'stub',
  });
  const { baseUrl, databaseUrl, dataFolder } = stack;
  return {
    ...{ api: new ApiClient(baseUrl), stub, service, databaseUrl, dataFolder },
    output: () => stack.process.output,
    stop: async () => {
      await stack.stop();
      await service.stop();
      await stub.stop();
      await rm(models, { recursive: true });
    },
  };
}
