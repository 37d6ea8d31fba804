import type { VoiceWindow } from '#contracts/model';
import { reduceWindows } from './reduce.rule.ts';
import { spectralGroups } from './spectral.rule.ts';
import { unit } from './unit-vectors.ts';

/** What is known of the number of speakers before a recording is heard. */
export interface SpeakerHints {
  readonly speakers?: number;
  readonly minSpeakers?: number;
  readonly maxSpeakers?: number;
}

/** Without a hint, more speakers than this are not told apart. */
export const MOST_SPEAKERS = 10;
/** Fewer windows (some six seconds of speech) say nothing of the number of speakers: it is one, unless a hint says more. */
const LEAST_WINDOWS = 8;
/** Vectors that are grouped at once. The time grows with the cube: some seconds for this many. */
const MOST_VECTORS = 400;

/**
 * Tells whose voice each window has. The same windows have the same answer; their order within the recording only
 * decides the numbers: the first speaker is 0, the next new one 1.
 * @param windows of a whole recording, in the order of time; three hours have some 14,400
 * @param hints `speakers` wins over the others
 * @returns for each window the number of its speaker
 */
export function speakersOf(
  windows: readonly VoiceWindow[],
  hints: SpeakerHints = {},
): readonly number[] {
  const vectors = windows.map(({ embedding }) => unit(embedding));
  const { vectors: representatives, of } = reduceWindows(vectors, MOST_VECTORS);
  const bounds = boundsOf(hints, representatives.length);
  if (bounds.most <= 1) return windows.map(() => 0);
  const groups = spectralGroups(representatives, bounds);
  return inOrderOfAppearance(of.map((number) => groups[number] ?? 0));
}

function boundsOf(hints: SpeakerHints, count: number) {
  const isHinted = hints.speakers !== undefined || hints.minSpeakers !== undefined;
  if (count < LEAST_WINDOWS && !isHinted) return { least: 1, most: 1 };
  // A graph of as many groups as vectors has no gap behind its last eigenvalue.
  const within = (wanted: number) => Math.max(1, Math.min(Math.floor(wanted), count - 1));
  const least = within(hints.speakers ?? hints.minSpeakers ?? 1);
  const most = within(hints.speakers ?? hints.maxSpeakers ?? Math.max(least, MOST_SPEAKERS));
  return { least, most: Math.max(least, most) };
}

function inOrderOfAppearance(groups: readonly number[]): readonly number[] {
  const numbers = new Map<number, number>();
  for (const group of groups) if (!numbers.has(group)) numbers.set(group, numbers.size);
  return groups.map((group) => numbers.get(group) ?? 0);
}
