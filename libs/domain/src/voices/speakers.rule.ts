import type { VoiceWindow } from '#contracts/model';
import { reduceWindows } from './reduce.rule.ts';
import { likenessOf, type HeardWindows } from './likeness.rule.ts';
import { spectralGroups, type SpeakerBounds } from './spectral.rule.ts';
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
/** With fewer, the gap says nothing of the number of speakers: it finds as many as there may be, whoever speaks. */
const LEAST_FOR_GAP = 16;
/** A speaker whom only the likeness of voices tells from others has at least this many. */
const LEAST_OF_ONE = 3;
/** From this on, two groups are one voice: 1 is the same voice, 0 one that has nothing in common. Measured in ADR 52. */
const ALIKE = 0.6;
/** Below this, groups are voices of their own, even if the gap does not say so. */
const UNLIKE = 0.5;
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
  const grouped = spectralGroups(representatives);
  const groupsOf = (within: SpeakerBounds) => {
    const groups = grouped(within);
    return inOrderOfAppearance(of.map((number) => groups[number] ?? 0));
  };
  return voicesOf({ windows, vectors }, groupsOf, bounds);
}

/**
 * The gap counts too few where many speak for a short time, and too many where one speaks for a short time. So groups that are
 * alike become one, and more groups are taken if no two of them are.
 */
function voicesOf(
  heard: HeardWindows,
  groupsOf: (within: SpeakerBounds) => readonly number[],
  { least, most }: SpeakerBounds,
): readonly number[] {
  const hasGap = heard.windows.length >= LEAST_FOR_GAP;
  const counted = groupsOf({ least, most: hasGap ? most : least });
  const groups = withoutAlike(heard, counted, least);
  const mostUnlike = Math.min(most, Math.floor(heard.windows.length / LEAST_OF_ONE));
  for (let count = mostUnlike; count > countOf(groups); count -= 1) {
    const more = groupsOf({ least: count, most: count });
    if (countOf(more) === count && mostAlike(heard, more).likeness < UNLIKE) return more;
  }
  return groups;
}

/** Joins the two groups that are most alike, again and again. @param least as many are left */
function withoutAlike(
  heard: HeardWindows,
  groups: readonly number[],
  least: number,
): readonly number[] {
  if (countOf(groups) <= least) return groups;
  const { one, other, likeness } = mostAlike(heard, groups);
  if (likeness < ALIKE) return groups;
  const joined = groups.map((group) => (group === other ? one : group));
  return withoutAlike(heard, inOrderOfAppearance(joined), least);
}

function mostAlike(heard: HeardWindows, groups: readonly number[]) {
  const likeness = likenessOf(heard, groups);
  let most = { one: 0, other: 0, likeness: -Infinity };
  for (let other = 1; other < countOf(groups); other += 1) {
    for (let one = 0; one < other; one += 1) {
      const each = { one, other, likeness: likeness(one, other) };
      if (each.likeness > most.likeness) most = each;
    }
  }
  return most;
}

const countOf = (groups: readonly number[]): number => new Set(groups).size;

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
