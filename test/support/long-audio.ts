import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { samplesOf, wavHeader } from './mu-law-wav.ts';
import { seededRandom } from './seeded-random.ts';

const RATE_HZ = 16_000;
const BYTES_PER_SAMPLE = 2;
const SENTENCES = path.resolve(import.meta.dirname, '../audio/sentences');
/** Pauses between sentences of the same topic. */
const PAUSES_MS = [150, 250, 400, 600, 900, 1_400];
/** One pause in this many is a long silence. */
const SENTENCES_PER_LONG_SILENCE = 25;

/** A generated recording. */
export interface LongAudio {
  readonly path: string;
  /** The spoken text. */
  readonly text: string;
  readonly durationMs: number;
}

interface Sentence {
  readonly text: string;
  readonly samples: Int16Array;
}

/**
 * Generates a WAV file (16 kHz, mono, 16 bit) of at least the given length from the committed
 * sentences: four voices in varied order, short and long pauses. The same seed gives the same file.
 * Needs no external program; memory use does not depend on the length.
 */
export async function makeLongAudio(file: string, minutes: number, seed = 1): Promise<LongAudio> {
  const script = writeScript(await readSentences(), minutes * 60 * RATE_HZ, seed);
  const samples = script.reduce((sum, part) => sum + part.sentence.samples.length + part.pause, 0);
  const out = createWriteStream(file);
  out.write(wavHeader(samples, RATE_HZ));
  for (const { sentence, pause } of script) {
    if (!out.write(bytes(sentence.samples))) await once(out, 'drain');
    if (!out.write(Buffer.alloc(pause * BYTES_PER_SAMPLE))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  const text = script.map(({ sentence }) => sentence.text).join(' ');
  return { path: file, text, durationMs: Math.round((samples * 1000) / RATE_HZ) };
}

interface ScriptPart {
  readonly sentence: Sentence;
  /** Samples of silence after the sentence. */
  readonly pause: number;
}

function writeScript(sentences: readonly Sentence[], samples: number, seed: number): ScriptPart[] {
  const random = seededRandom(seed);
  const script: ScriptPart[] = [];
  let left: Sentence[] = [];
  for (let written = 0; written < samples;) {
    if (left.length === 0) left = [...sentences];
    const [sentence] = left.splice(Math.floor(random() * left.length), 1);
    if (sentence === undefined) throw new Error('There are no sentences to join.');
    const pause = Math.round((pauseMs(random) * RATE_HZ) / 1000);
    script.push({ sentence, pause });
    written += sentence.samples.length + pause;
  }
  return script;
}

function pauseMs(random: () => number): number {
  if (random() < 1 / SENTENCES_PER_LONG_SILENCE) return 5_000 + random() * 10_000;
  return PAUSES_MS[Math.floor(random() * PAUSES_MS.length)] ?? 0;
}

async function readSentences(): Promise<Sentence[]> {
  const list: { file: string; text: string }[] = JSON.parse(
    await readFile(path.join(SENTENCES, 'sentences.json'), 'utf8'),
  );
  return Promise.all(
    list.map(async ({ file, text }) => ({
      text,
      samples: samplesOf(await readFile(path.join(SENTENCES, file))),
    })),
  );
}

function bytes(samples: Int16Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}
