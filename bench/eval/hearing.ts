import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { floatWav } from '../../test/support/float-wav.ts';
import { localWhisper } from '../../test/support/local-whisper.ts';
import { seededRandom } from '../../test/support/seeded-random.ts';
import { wordErrorRate } from '../../test/support/word-error-rate.ts';
import { Listener } from './listener.ts';
import type { Evaluated } from './options.ts';
import { british, realSentences, sentences, type Sentence } from './sentences.ts';
import { atLevel, mixed, musicOf, noiseOf, telephoneOf } from './sounds.ts';
import { percent, table, type Row } from './table.ts';

const RATE_HZ = 16_000;
const TELEPHONE_HZ = 8_000;
/** Pauses between sentences, in turn: short ones within a chunk, and some at which one is cut. */
const PAUSES_S = [0.15, 0.4, 0.9, 0.25, 1.4, 0.6];
/** Every sentence would take minutes more, and say the same. */
const EVERY = 2;
/** What our cutting and raising may cost: two differing words in a hundred are within the chance of such a text. */
const MOST_WORSE = 0.02;

/** A recording for both to hear. */
interface Recording {
  readonly name: string;
  readonly samples: Float64Array;
  readonly rateHz: number;
  /** What is said; empty without speech. */
  readonly said: string;
}

/** How a recording is heard, by us and by the plain model. */
interface Heard {
  readonly name: string;
  readonly ours: number;
  readonly plain: number;
  readonly met: boolean;
  /** Whether the figures are shares of wrong words; otherwise they are numbers of invented ones. */
  readonly isRate: boolean;
}

interface Condition {
  readonly name: string;
  readonly of: (speech: Float64Array) => Float64Array;
  readonly rateHz?: number;
}

const CONDITIONS: readonly Condition[] = [
  { name: 'clean', of: (speech) => speech },
  { name: '-40 dB', of: (speech) => atLevel(speech, -40) },
  { name: 'telephone', of: telephoneOf, rateHz: TELEPHONE_HZ },
  { name: 'noise beneath', of: (speech) => mixed(speech, noiseOf, -15) },
  { name: 'music beneath', of: (speech) => mixed(speech, musicOf, -12) },
];

/**
 * Lets the product and the plain model (the same weights and decoder, without our cutting, raising and checks) hear
 * the same recordings, and prints the word errors and the words that were invented where nobody speaks.
 * @returns whether ours are not worse, and invents nothing
 */
export async function evaluateHearing(): Promise<Evaluated> {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-eval-'));
  console.log('hearing: word errors, and invented words without speech');
  try {
    const recordings = [...(await spoken()), ...withoutSpeech()];
    const files = await Promise.all(recordings.map((each, n) => written(folder, each, n)));
    const ours = await Listener.during((listener) => hearAll(listener, files));
    const plain = await hearPlainly(files);
    const heard = recordings.map((each, n) => compared(each, ours[n] ?? '', plain[n] ?? ''));
    console.log(table([['', 'ours', 'plain'], ...heard.map(rowOf)]));
    return { met: heard.every(({ met }) => met), figures: heard };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function spoken(): Promise<readonly Recording[]> {
  const synthetic = (await sentences()).filter((_sentence, n) => n % EVERY === 0);
  const sources = { synthetic: joined(synthetic), real: joined(await realSentences()) };
  return CONDITIONS.flatMap(({ name, of, rateHz = RATE_HZ }) =>
    Object.entries(sources).map(([voices, { samples, text }]) => ({
      ...{ name: `${name}, ${voices}`, samples: of(samples), rateHz, said: text },
    })),
  );
}

/** Sentences in one recording, with pauses between them. */
function joined(all: readonly Sentence[]): Sentence {
  const samples = all.flatMap(({ samples: said }, n) => {
    const pause = Math.round((PAUSES_S[n % PAUSES_S.length] ?? 0) * RATE_HZ);
    return [...said, ...Array.from({ length: pause }, () => 0)];
  });
  return { samples: Float64Array.from(samples), text: all.map(({ text }) => text).join(' ') };
}

function withoutSpeech(): readonly Recording[] {
  const count = 30 * RATE_HZ;
  const sounds = [
    { name: 'silence', samples: new Float64Array(count) },
    ...[-45, -20].flatMap((levelDb) => [
      {
        name: `noise, ${levelDb} dB`,
        samples: atLevel(noiseOf(count, seededRandom(3)), levelDb),
      },
      {
        name: `music, ${levelDb} dB`,
        samples: atLevel(musicOf(count, seededRandom(3)), levelDb),
      },
    ]),
  ];
  const onTelephone = sounds.map(({ name, samples }) => ({
    ...{ name: `${name}, telephone`, samples: telephoneOf(samples), rateHz: TELEPHONE_HZ },
  }));
  const direct = sounds.map((sound) => ({ ...sound, rateHz: RATE_HZ }));
  return [...direct, ...onTelephone].map((sound) => ({ ...sound, said: '' }));
}

async function written(folder: string, recording: Recording, n: number): Promise<string> {
  const file = path.join(folder, `${n}.wav`);
  await writeFile(file, floatWav(recording.samples, recording.rateHz));
  return file;
}

async function hearAll(listener: Listener, files: readonly string[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const file of files) texts.push(await listener.hear(file, 'en'));
  return texts;
}

async function hearPlainly(files: readonly string[]): Promise<readonly string[]> {
  const { pythonPath, modelFolder } = localWhisper();
  const script = path.resolve('bench/speech/plain_hearing.py');
  const { stdout } = await promisify(execFile)(pythonPath, [script, modelFolder, ...files]);
  return z.array(z.string()).parse(JSON.parse(stdout));
}

function compared({ name, said }: Recording, ours: string, plain: string): Heard {
  const of = (text: string) => wordErrorRate(british(said), british(text));
  if (said === '') {
    const counts = { ours: of(ours).heardWords, plain: of(plain).heardWords };
    return { name, ...counts, met: counts.ours === 0, isRate: false };
  }
  const rates = { ours: of(ours).rate, plain: of(plain).rate };
  return { name, ...rates, met: rates.ours <= rates.plain + MOST_WORSE, isRate: true };
}

function rowOf({ name, ours, plain, isRate, met }: Heard): Row {
  const shown = (figure: number) => (isRate ? percent(figure) : `${figure} words`);
  return [`${name}${met ? '' : ' (!)'}`, shown(ours), shown(plain)];
}
