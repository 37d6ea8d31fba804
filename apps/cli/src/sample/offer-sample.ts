import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter } from '../logs/reporter.ts';
import type { ConversationApi } from './conversation-api.ts';
import type { Sample } from './sample-files.ts';

/** States of the note in the data folder. */
const OFFERING = 'offering';
const OFFERED = 'offered';

/** What the very first start offers to a person who has no conversation yet. */
export interface SampleOffer {
  readonly sample: Sample;
  readonly api: ConversationApi;
  readonly dataFolder: string;
  /** Address of the page. */
  readonly page: string;
}

/**
 * Gives the sample conversation to a data folder that has none, once: whoever deletes it does not
 * get it back. An interruption is made good by the next start, without doubling anything.
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
