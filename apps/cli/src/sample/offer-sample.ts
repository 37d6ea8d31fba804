import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter } from '../logs/reporter.ts';
import type { ConversationApi } from './conversation-api.ts';
import type { Sample } from './sample-files.ts';

/** Contents of the marker file in the data folder. */
const OFFERING = 'offering';
const OFFERED = 'offered';

/** The sample conversation and where to post it. */
export interface SampleOffer {
  readonly sample: Sample;
  readonly api: ConversationApi;
  readonly dataFolder: string;
  /** URL of the page. */
  readonly page: string;
}

/**
 * Adds the sample conversation once per data folder, and only if there are no conversations. A
 * deleted sample is not added again. If this is interrupted, the next start completes it; the
 * idempotency keys prevent duplicates.
 */
export async function offerSample(offer: SampleOffer, reporter: Reporter): Promise<void> {
  const marker = path.join(offer.dataFolder, 'sample-conversation');
  const state = existsSync(marker) ? readFileSync(marker, 'utf8') : null;
  if (state === OFFERED) return;
  try {
    if (state === OFFERING || (await offer.api.isEmpty())) {
      writeFileSync(marker, OFFERING);
      await post(offer, reporter);
    }
    writeFileSync(marker, OFFERED);
  } catch (cause) {
    reporter.warn('sample', `was not added (${String(cause)}); the next start tries again`);
  }
}

async function post({ sample, api, page }: SampleOffer, reporter: Reporter): Promise<void> {
  const id = await api.createConversation(sample.title, 'sample-conversation');
  for (const [index, clip] of sample.clips.entries()) {
    await api.addClip(id, clip, `sample-clip-${index}`);
  }
  reporter.say(
    `\nA sample conversation, “${sample.title}”, is being transcribed: ${page}/conversations/${id}`,
  );
}
