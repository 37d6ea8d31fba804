import type { VoiceWindow } from '#contracts/model';
import { seededRandom } from '../../../../test/support/seeded-random.ts';

const VALUES = 64;
const STEP_MS = 750;
const WINDOW_MS = 1_500;

/** Draws from a normal distribution (G. E. P. Box and M. E. Muller, 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Windows of made-up voices: each voice has a random direction, each window that direction with noise.
 * @param speakers whose voice each window has
 * @param noise length of the noise relative to the voice; 1 gives two windows of one voice a cosine of one half
 */
export function voiceWindows(
  speakers: readonly number[],
  noise: number,
  seed = 1,
): readonly VoiceWindow[] {
  const random = seededRandom(seed);
  const directions = Array.from({ length: Math.max(...speakers) + 1 }, () =>
    Array.from({ length: VALUES }, () => normal(random)),
  );
  return speakers.map((speaker, n) => ({
    startMs: n * STEP_MS,
    endMs: n * STEP_MS + WINDOW_MS,
    embedding: Float32Array.from(
      directions[speaker] ?? [],
      (value) => value + noise * normal(random),
    ),
  }));
}

/** Speakers who take turns of a few windows each, with the given numbers of windows in all. */
export function takingTurns(counts: readonly number[], seed = 1): number[] {
  const random = seededRandom(seed);
  const left = [...counts];
  const said: number[] = [];
  while (left.some((count) => count > 0)) {
    const speaker = Math.floor(random() * left.length);
    const length = Math.min(left[speaker] ?? 0, 2 + Math.floor(random() * 6));
    left[speaker] = (left[speaker] ?? 0) - length;
    said.push(...Array.from({ length }, () => speaker));
  }
  return said;
}

/** The same groups, numbered in the order in which they appear. */
export function renumbered(groups: readonly number[]): readonly number[] {
  const order = [...new Set(groups)];
  return groups.map((group) => order.indexOf(group));
}
