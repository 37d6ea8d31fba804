import { committedVoices, composed } from './composed-conversation.ts';
import { floatWav } from './float-wav.ts';

const RATE_HZ = 16_000;

/** A recording of two committed voices that speak English, and who speaks when in it. */
export async function composedTalk(seconds: number, seed = 11) {
  const speakers = ['allison', 'reader'];
  const { samples, spoken } = composed(await committedVoices(), { speakers, seconds, seed });
  return { wav: floatWav(samples, RATE_HZ), spoken };
}
