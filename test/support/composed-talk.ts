import { committedVoices, composed } from './composed-conversation.ts';
import { floatWav } from './float-wav.ts';

const RATE_HZ = 16_000;

/**
 * A recording of two committed voices that speak English, and who speaks when in it.
 * @param overlaps share of the turns that begin before the turn before them ends
 */
export async function composedTalk(seconds: number, seed = 11, overlaps = 0) {
  const composition = { speakers: ['allison', 'reader'], seconds, seed, overlaps };
  const { samples, spoken } = composed(await committedVoices(), composition);
  return { wav: floatWav(samples, RATE_HZ), spoken };
}
