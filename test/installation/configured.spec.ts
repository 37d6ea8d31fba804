import { afterAll, beforeAll, describe } from '@jest/globals';
import { startConfigured, type ConfiguredInstallation } from './configured-installation.ts';
import { describeFormats } from './formats.ts';
import { describeRetrySettings } from './retry-settings.ts';
import { describeSpeechService } from './speech-service.ts';

describe('an installation with limits and engines of its own', () => {
  let installation: ConfiguredInstallation;
  beforeAll(async () => {
    installation = await startConfigured();
  });
  afterAll(() => installation.stop());

  describeRetrySettings(() => installation);
  describeFormats(() => installation);
  describeSpeechService(() => installation);
});
