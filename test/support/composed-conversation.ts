import { readFile } from 'node:fs/promises';
import type { SpokenRange } from './diarisation-error.ts';
import { audio } from './local-whisper.ts';
import { samplesOf } from './mu-law-wav.ts';
import { seededRandom } from './seeded-random.ts';

const RATE_HZ = 16_000;
const FRAME_SAMPLES = 160;
/** A frame has speech if it is at most this much quieter than the louder frames of its clip. */
const QUIETEST_DB = -30;
/** Shorter pauses belong to the speech around them. */
const PAUSE_FRAMES = 30;

/** The committed voices: the samples of the clips of each speaker. */
export type Voices = ReadonlyMap<string, readonly Float64Array[]>;

/** How a conversation is composed. */
export interface Composition {
  readonly speakers: readonly string[];
  readonly seconds: number;
  /** Share of the turns that begin before the turn before them ends. */
  readonly overlaps?: number;
  /** How often each speaker speaks; all alike by default. */
  readonly weights?: readonly number[];
  readonly seed: number;
}

/** A recording, and who speaks when in it. */
export interface ComposedConversation {
  readonly samples: Float64Array;
  readonly spoken: readonly SpokenRange[];
}

export async function committedVoices(): Promise<Voices> {
  const listed: unknown = JSON.parse(await readFile(audio('voices/voices.json'), 'utf8'));
  const voices = new Map<string, Float64Array[]>();
  for (const { file, speaker } of listed as { file: string; speaker: string }[]) {
    const samples = samplesOf(await readFile(audio('voices', file)));
    const clip = Float64Array.from(samples, (sample) => sample / 32_768);
    voices.set(speaker, [...(voices.get(speaker) ?? []), clip]);
  }
  return voices;
}

/** Real voices in turns of one to six seconds, with pauses of up to 0.6 s between them. */
export function composed(voices: Voices, composition: Composition): ComposedConversation {
  const { speakers, seconds, overlaps = 0, weights = speakers.map(() => 1), seed } = composition;
  const random = seededRandom(seed);
  const sources = new Map(speakers.map((name) => [name, piecesOf(voices.get(name) ?? [], random)]));
  const samples = new Float64Array((seconds + 10) * RATE_HZ);
  const spoken: SpokenRange[] = [];
  let [at, before] = [RATE_HZ / 2, ''];
  while (at < seconds * RATE_HZ) {
    const others = speakers.filter((name) => name !== before);
    const speaker = drawn(others.length > 0 ? others : speakers, speakers, weights, random);
    const piece = sources.get(speaker)?.next().value ?? new Float64Array(0);
    const early = before !== '' && random() < overlaps ? (0.9 + 0.8 * random()) * RATE_HZ : 0;
    const start = Math.max(0, Math.round(at - early));
    for (const [n, sample] of piece.entries())
      samples[start + n] = (samples[start + n] ?? 0) + sample;
    spoken.push(...speechIn(piece, start).map((range) => ({ ...range, speaker })));
    at = Math.round(start + piece.length + (0.1 + 0.5 * random()) * RATE_HZ);
    before = speaker;
  }
  return { samples: samples.subarray(0, at), spoken };
}

function drawn(
  from: readonly string[],
  speakers: readonly string[],
  weights: readonly number[],
  random: () => number,
): string {
  const weightOf = (name: string) => weights[speakers.indexOf(name)] ?? 1;
  let left = random() * from.reduce((sum, name) => sum + weightOf(name), 0);
  return from.find((name) => (left -= weightOf(name)) <= 0) ?? from[0] ?? '';
}

/** Goes through the clips of a speaker, again and again. */
function* piecesOf(
  clips: readonly Float64Array[],
  random: () => number,
): Generator<Float64Array, never> {
  for (let number = Math.floor(random() * clips.length); ; number += 1) {
    const clip = clips[number % clips.length] ?? new Float64Array(0);
    for (let from = 0; from < clip.length;) {
      const length = Math.round((1 + 5 * random()) * RATE_HZ);
      // What would be less than a second is said with the piece before it.
      const to = from + length > clip.length - RATE_HZ ? clip.length : from + length;
      yield clip.subarray(from, to);
      from = to;
    }
  }
}

/** Where a piece has speech, by its level alone, so that it does not depend on what is evaluated. */
function speechIn(
  piece: Float64Array,
  start: number,
): readonly { startMs: number; endMs: number }[] {
  const count = Math.floor(piece.length / FRAME_SAMPLES);
  const levels = Array.from({ length: count }, (_, n) => {
    const frame = piece.subarray(n * FRAME_SAMPLES, (n + 1) * FRAME_SAMPLES);
    return Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / FRAME_SAMPLES);
  });
  const loud = [...levels].sort((a, b) => a - b)[Math.floor(count * 0.95)] ?? 0;
  const least = loud * 10 ** (QUIETEST_DB / 20);
  const ranges: { from: number; to: number }[] = [];
  for (const [n, level] of levels.entries()) {
    const last = ranges.at(-1);
    if (level <= least) continue;
    if (last && n - last.to < PAUSE_FRAMES) last.to = n + 1;
    else ranges.push({ from: n, to: n + 1 });
  }
  const ms = (frame: number) => Math.round(((start + frame * FRAME_SAMPLES) * 1000) / RATE_HZ);
  return ranges.map(({ from, to }) => ({ startMs: ms(from), endMs: ms(to) }));
}
