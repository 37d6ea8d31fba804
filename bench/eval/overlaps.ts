import type { TimeRange, VoiceWindow } from '#contracts/model';
import { speakersOf, speakerTurns, voiceCentroid, withOverlaps } from '#domain';
import type { HeardVoices, VoiceEngine } from '#engines';
import type { ComposedConversation, Voices } from '../../test/support/composed-conversation.ts';
import { hearCase, type VoiceCase } from './heard-voices.ts';
import { noiseOf, mixed, phoneBandOf } from './sounds.ts';
import { percent, table, type Row } from './table.ts';

const STEP_MS = 10;
/** Least precision and recall of all recordings together that are accepted. */
const LEAST_PRECISION = 0.8;
const LEAST_RECALL = 0.8;
/** Most of the time of recordings without overlaps that may be marked. */
const MOST_FALSE = 0.005;
/** Similarities to the second voice that are tried for the baseline; it gets the best of them. */
const BASELINE_COSINES = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

const seconds = 90;
const CASES: readonly VoiceCase[] = [
  { name: 'two', speakers: ['carlo', 'june'], overlaps: 0.4, seconds, seed: 21 },
  { name: 'two women', speakers: ['allison', 'june'], overlaps: 0.4, seconds, seed: 22 },
  { name: 'two men', speakers: ['carlo', 'russian'], overlaps: 0.4, seconds, seed: 23 },
  { name: 'three', speakers: ['allison', 'carlo', 'reader'], overlaps: 0.3, seconds, seed: 6 },
  {
    name: 'five',
    speakers: ['allison', 'carlo', 'june', 'reader', 'russian'],
    ...{ overlaps: 0.3, seconds: 120, seed: 24 },
  },
  {
    name: 'telephone',
    speakers: ['carlo', 'june'],
    ...{ overlaps: 0.4, seconds, seed: 25, of: phoneBandOf },
  },
  {
    name: 'noise beneath',
    speakers: ['allison', 'russian'],
    ...{ overlaps: 0.4, seconds, seed: 26, of: (samples) => mixed(samples, noiseOf, -15) },
  },
  { name: 'without, two', speakers: ['carlo', 'june'], seconds, seed: 27 },
  { name: 'without, three', speakers: ['reader', 'sphinx', 'june'], seconds, seed: 5 },
  {
    name: 'without, telephone',
    speakers: ['carlo', 'june'],
    ...{ seconds, seed: 9, of: phoneBandOf },
  },
];

/** How long two voices speak at once, are marked, and both, in milliseconds. */
interface Counts {
  readonly spokenMs: number;
  readonly markedMs: number;
  readonly bothMs: number;
  readonly totalMs: number;
}

/** The figures of overlaps, and whether they are as good as they were. */
export interface OverlapScores {
  readonly met: boolean;
  readonly recordings: readonly {
    readonly name: string;
    readonly ours: Counts;
    readonly baseline: Counts;
  }[];
}

/**
 * Composes conversations in which people interrupt each other, and prints how much of the time that is marked as an
 * overlap is one (precision), and how much of the overlaps is marked (recall). The baseline marks windows whose embedding is near
 * to the voices of two speakers; it knows the best threshold.
 * @param file where a sound may be written for the engine
 */
export async function evaluateOverlaps(
  engine: VoiceEngine,
  voices: Voices,
  file: string,
): Promise<OverlapScores> {
  const counted: { readonly name: string; readonly ours: Counts; readonly tried: Counts[] }[] = [];
  for (const each of CASES) {
    const { heard, conversation } = await hearCase(engine, voices, each, file);
    counted.push({ name: each.name, ...countsOf(heard, conversation) });
  }
  const sums = BASELINE_COSINES.map((_, n) => sumOf(counted.map(({ tried }) => tried[n])));
  const best = sums.reduce((a, b, n) => (f1(b) > f1(sums[a]) ? n : a), 0);
  const recordings = counted.map(({ name, ours, tried }) => ({
    ...{ name, ours, baseline: tried[best] ?? NOTHING },
  }));
  const all = { ours: sumOf(recordings.map((each) => each.ours)), baseline: sums[best] ?? NOTHING };
  console.log('');
  const head: Row = ['two voices at once', 'precision', 'recall', 'baseline', 'recall', 'marked'];
  console.log(table([head, ...recordings.map(rowOf), rowOf({ name: 'all', ...all })]));
  const without = sumOf(recordings.map(({ ours }) => (ours.spokenMs === 0 ? ours : NOTHING)));
  const met =
    precision(all.ours) >= LEAST_PRECISION &&
    recall(all.ours) >= LEAST_RECALL &&
    without.markedMs <= without.totalMs * MOST_FALSE;
  return { met, recordings };
}

const NOTHING: Counts = { spokenMs: 0, markedMs: 0, bothMs: 0, totalMs: 0 };

function countsOf({ regions, overlaps, windows }: HeardVoices, conversation: ComposedConversation) {
  const speakers = speakersOf(windows);
  const turns = speakerTurns(regions, windows, speakers);
  const marked = withOverlaps(turns, overlaps).filter(({ overlap }) => overlap === true);
  const near = secondCosines(windows, speakers);
  return {
    ours: compared(conversation, marked),
    tried: BASELINE_COSINES.map((least) =>
      compared(
        conversation,
        windows.filter((_, n) => (near[n] ?? 0) >= least),
      ),
    ),
  };
}

/** How near each window is to the voice of the second nearest speaker. */
function secondCosines(windows: readonly VoiceWindow[], speakers: readonly number[]) {
  const groups = Map.groupBy(windows, (_, n) => speakers[n] ?? 0);
  const centroids = [...groups.values()].flatMap((own) => voiceCentroid(own) ?? []);
  return windows.map(({ embedding }) => {
    const length = Math.hypot(...embedding);
    const near = centroids.map((centroid) =>
      centroid.reduce((sum, value, n) => sum + (value * (embedding[n] ?? 0)) / length, 0),
    );
    return near.toSorted((a, b) => b - a)[1] ?? 0;
  });
}

function compared({ spoken, samples }: ComposedConversation, marked: readonly TimeRange[]): Counts {
  const totalMs = samples.length / 16;
  let [spokenMs, markedMs, bothMs] = [0, 0, 0];
  for (let ms = 0; ms < totalMs; ms += STEP_MS) {
    const isIn = ({ startMs, endMs }: TimeRange) => startMs <= ms && ms < endMs;
    const isSpoken = new Set(spoken.filter(isIn).map(({ speaker }) => speaker)).size > 1;
    const isMarked = marked.some(isIn);
    spokenMs += isSpoken ? STEP_MS : 0;
    markedMs += isMarked ? STEP_MS : 0;
    bothMs += isSpoken && isMarked ? STEP_MS : 0;
  }
  return { spokenMs, markedMs, bothMs, totalMs };
}

function sumOf(all: readonly (Counts | undefined)[]): Counts {
  return all.reduce<Counts>(
    (sum, counts = NOTHING) => ({
      spokenMs: sum.spokenMs + counts.spokenMs,
      markedMs: sum.markedMs + counts.markedMs,
      bothMs: sum.bothMs + counts.bothMs,
      totalMs: sum.totalMs + counts.totalMs,
    }),
    NOTHING,
  );
}

function precision({ bothMs, markedMs }: Counts): number {
  return bothMs / markedMs;
}

function recall({ bothMs, spokenMs }: Counts): number {
  return bothMs / spokenMs;
}

function f1({ bothMs, markedMs, spokenMs }: Counts = NOTHING): number {
  return (2 * bothMs) / Math.max(1, markedMs + spokenMs);
}

function rowOf({ name, ours, baseline }: OverlapScores['recordings'][number]): Row {
  const both = [ours, baseline].flatMap((counts) => [
    percent(precision(counts)),
    percent(recall(counts)),
  ]);
  return [name, ...both, percent(ours.markedMs, ours.totalMs)];
}
