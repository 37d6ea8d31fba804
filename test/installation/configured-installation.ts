import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ApiClient } from '../support/api-client.ts';
import { LanguageStub } from '../support/language-stub.ts';
import { localWhisper } from '../support/local-whisper.ts';
import { startStack } from '../support/stack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** An installation with limits of its own, and engines besides the default ones. */
export interface ConfiguredInstallation {
  readonly api: ApiClient;
  /** The language model, which is not the default engine. */
  readonly stub: LanguageStub;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  stop(): Promise<void>;
}

/** Starts it: it takes recordings of 8 MiB and two minutes, and has a speech model named `second`. */
export async function startConfigured(): Promise<ConfiguredInstallation> {
  const stub = await LanguageStub.start();
  const models = await temporaryFolder('models');
  await symlink(localWhisper().modelFolder, path.join(models, 'second'));
  const { baseUrl, databaseUrl, dataFolder, stop } = await startStack({
    AFTERWORD_MAX_CLIP_MEBIBYTES: '8',
    AFTERWORD_MAX_AUDIO_MINUTES: '2',
    AFTERWORD_SPEECH_MODELS: path.join(models, 'second'),
    AFTERWORD_LANGUAGE_BASE_URL: stub.url,
    AFTERWORD_LANGUAGE_MODEL: 'stub',
  });
  return {
    ...{ api: new ApiClient(baseUrl), stub, databaseUrl, dataFolder },
    stop: async () => {
      await stop();
      await stub.stop();
      await rm(models, { recursive: true });
    },
  };
}
