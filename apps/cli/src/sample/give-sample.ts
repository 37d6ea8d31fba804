import type { Config } from '#platform';
import type { Reporter } from '../logs/reporter.ts';
import { gatewayUrl } from '../start/node-parts.ts';
import { SampleApi } from './sample-api.ts';
import { offerSample } from './offer-sample.ts';
import { readSample, SAMPLES } from './sample-files.ts';
import { readSampleProject } from './sample-project.ts';

const LOCAL_TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Posts the bundled sample conversation and its project to the running gateway on the first start. */
export function giveSample(config: Config, reporter: Reporter): Promise<void> {
  const url = gatewayUrl(config);
  const offer = {
    sample: readSample(SAMPLES),
    project: readSampleProject(SAMPLES, new Date(), LOCAL_TIME_ZONE),
    api: new SampleApi(url),
    dataFolder: config.dataFolder,
    page: `${url}/app`,
  };
  return offerSample(offer, reporter);
}
