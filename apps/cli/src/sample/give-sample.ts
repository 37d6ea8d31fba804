import type { Config } from '#platform';
import type { Reporter } from '../logs/reporter.ts';
import { gatewayUrl } from '../start/node-parts.ts';
import { ConversationApi } from './conversation-api.ts';
import { offerSample } from './offer-sample.ts';
import { readSample, SAMPLES } from './sample-files.ts';

/** Posts the bundled sample conversation to the running gateway on the first start. */
export function giveSample(config: Config, reporter: Reporter): Promise<void> {
  const url = gatewayUrl(config);
  const offer = {
    sample: readSample(SAMPLES),
    api: new ConversationApi(url),
    dataFolder: config.dataFolder,
    page: `${url}/app`,
  };
  return offerSample(offer, reporter);
}
