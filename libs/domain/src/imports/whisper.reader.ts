import type { HeardWord } from '#contracts/model';
import { MalformedTranscript, NoTranscript, type HeardLine } from './heard-line.ts';
import { jsonPieces } from './json-pieces.ts';

/** The last moment that can be stored: 24 days. */
const LATEST_MS = 2_147_483_647;

/** What the fields of a segment are called: by Whisper, and by Speakr and OpenTranscribe. */
const START = ['start', 'start_time'] as const;
const END = ['end', 'end_time'] as const;
const TEXT = ['text', 'sentence'] as const;

/**
 * Reads the JSON that Whisper and its relatives write: `segments` with times in seconds, and their
 * `words` if there are any. WhisperX, Speakr and OpenTranscribe also name the `speaker`; Speakr writes
 * the list alone.
 * @throws MalformedTranscript; NoTranscript when it has no such list
 */
export function* readWhisper(text: string): Generator<HeardLine> {
  let hasSegments = false;
  for (const { name, value } of jsonPieces(text, 'segments')) {
    if (name !== 'segments' && name !== '') continue;
    hasSegments = true;
    const line = segmentOf(value);
    if (line.text !== '') yield line;
  }
  if (!hasSegments) throw new NoTranscript('It has no list of `segments`');
}

function segmentOf(value: unknown): HeardLine {
  const startMs = timeOf(value, START);
  const endMs = Math.max(startMs, timeOf(value, END));
  const text = firstOf(value, TEXT);
  if (typeof text !== 'string') throw new MalformedTranscript('A segment has no text');
  const speaker = fieldOf(value, 'speaker');
  const words = wordsOf(fieldOf(value, 'words'), startMs);
  return {
    speaker: typeof speaker === 'string' && speaker.trim() !== '' ? speaker.trim() : null,
    ...{ startMs, endMs, text: text.trim(), words },
    confidence: confidenceOf(value, words),
  };
}

/** WhisperX leaves out the times of words that it could not place; these begin with the one before. */
function wordsOf(values: unknown, startMs: number): readonly HeardWord[] {
  if (!isArray(values)) return [];
  const words: HeardWord[] = [];
  for (const value of values) {
    const text = fieldOf(value, 'word') ?? fieldOf(value, 'text');
    if (typeof text !== 'string') throw new MalformedTranscript('A word has no text');
    if (text.trim() === '') continue;
    const before = words.at(-1)?.endMs ?? startMs;
    const begins = optionalTimeOf(value, START) ?? before;
    const ends = Math.max(begins, optionalTimeOf(value, END) ?? begins);
    const confidence = probability(fieldOf(value, 'probability') ?? fieldOf(value, 'score')) ?? 1;
    words.push({ startMs: begins, endMs: ends, text: text.trim(), confidence });
  }
  return words;
}

/** The mean of the words; without words, what the mean logarithm of the engine says. */
function confidenceOf(segment: unknown, words: readonly HeardWord[]): number {
  if (words.length > 0) {
    return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  }
  const logarithm = fieldOf(segment, 'avg_logprob');
  return typeof logarithm === 'number' ? (probability(Math.exp(logarithm)) ?? 1) : 1;
}

function probability(value: unknown): number | null {
  return typeof value === 'number' ? Math.min(1, Math.max(0, value)) : null;
}

function timeOf(value: unknown, names: readonly string[]): number {
  const timeMs = optionalTimeOf(value, names);
  if (timeMs !== null) return timeMs;
  throw new MalformedTranscript(`A segment has no number of seconds in \`${names[0]}\``);
}

function optionalTimeOf(value: unknown, names: readonly string[]): number | null {
  const seconds = firstOf(value, names);
  if (typeof seconds !== 'number') return null;
  const timeMs = Math.round(seconds * 1_000);
  if (timeMs >= 0 && timeMs <= LATEST_MS) return timeMs;
  throw new MalformedTranscript(`${seconds} is no time of a recording`);
}

/** The first of these fields that is there. */
function firstOf(value: unknown, names: readonly string[]): unknown {
  return names.map((name) => fieldOf(value, name)).find((found) => found !== undefined);
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) {
    throw new MalformedTranscript('A segment or word is no object');
  }
  return Reflect.get(value, name);
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
