import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FasterWhisperEngine } from '../../libs/engines/src/speech/faster-whisper.engine.ts';
import { audio, localWhisper } from '../../test/support/local-whisper.ts';
import { samplesOf } from '../../test/support/mu-law-wav.ts';
import { seededRandom } from '../../test/support/seeded-random.ts';
import { wordErrorRate } from '../../test/support/word-error-rate.ts';
import { floatWav } from './float-wav.ts';
import { atLevel, mixed, musicOf, noiseOf, phoneBandOf } from './sounds.ts';

/** A kind of recording of the committed sentences. */
interface Condition {
  readonly name: string;
  readonly of: (speech: Float64Array) => Float64Array;
  /** Largest word error rate that is accepted. */
  readonly mostErrors: number;
}

const CONDITIONS: readonly Condition[] = [
  { name: 'clean', of: (speech) => speech, mostErrors: 0.06 },
  { name: 'phone band', of: phoneBandOf, mostErrors: 0.17 },
  { name: 'music beneath', of: (speech) => mixed(speech, musicOf, -12), mostErrors: 0.1 },
  { name: '-40 dB', of: (speech) => atLevel(speech, -40), mostErrors: 0.06 },
  { name: '-60 dB', of: (speech) => atLevel(speech, -60), mostErrors: 0.08 },
  { name: '-75 dB', of: (speech) => atLevel(speech, -75), mostErrors: 0.08 },
];
const LEVELS_DB = [-75, -60, -45, -20];
const KEEP_RUNNING_MS = 60_000;
const WITHOUT_SPEECH_SAMPLES = 30 * 16_000;

/**
 * Transcribes the committed sentences as clean speech, in the band of a telephone, with music beneath
 * and quietly, and noise and music without speech, and prints the word error rates.
 * @returns whether each is as good as it was
 */
export async function evaluateSpeech(): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-eval-'));
  const engine = new FasterWhisperEngine(localWhisper());
  // The engine keeps no program running that waits for it alone.
  const running = setInterval(() => undefined, KEEP_RUNNING_MS);
  try {
    const listener = new Listener(engine, folder);
    const results: boolean[] = [];
    for (const condition of CONDITIONS) results.push(await listener.rateOf(condition));
    for (const levelDb of LEVELS_DB) results.push(await listener.inventsNothing(levelDb));
    return results.every(Boolean);
  } finally {
    clearInterval(running);
    await engine.close();
    await rm(folder, { recursive: true });
  }
}

/** Writes recordings and transcribes them. */
class Listener {
  private written = 0;

  constructor(
    private readonly engine: FasterWhisperEngine,
    private readonly folder: string,
  ) {}

  async rateOf({ name, of, mostErrors }: Condition): Promise<boolean> {
    const said: string[] = [];
    const heard: string[] = [];
    for (const { text, samples } of await sentences()) {
      said.push(british(text));
      heard.push(british(await this.hear(of(samples))));
    }
    const { rate, referenceWords } = wordErrorRate(said.join(' '), heard.join(' '));
    console.log(`${name.padEnd(16)} word error rate ${rate.toFixed(4)} of ${referenceWords} words`);
    return rate <= mostErrors;
  }

  async inventsNothing(levelDb: number): Promise<boolean> {
    const random = seededRandom(3);
    const noise = await this.hear(atLevel(noiseOf(WITHOUT_SPEECH_SAMPLES, random), levelDb));
    const music = await this.hear(atLevel(musicOf(WITHOUT_SPEECH_SAMPLES, random), levelDb));
    const invented = [noise, music].filter((text) => text !== '');
    console.log(
      `${levelDb} dB without speech: ${invented.length === 0 ? 'nothing' : invented.join(' / ')}`,
    );
    return invented.length === 0;
  }

  private async hear(samples: Float64Array): Promise<string> {
    this.written += 1;
    const file = path.join(this.folder, `${this.written}.wav`);
    await writeFile(file, floatWav(samples, 16_000));
    const call = { signal: new AbortController().signal };
    const plan = { path: file, fromMs: 0, stretchMs: 120_000, chunkTargetMs: 28_000 };
    const { chunks } = await this.engine.plan(plan, call);
    const texts: string[] = [];
    for (const { startMs, endMs } of chunks) {
      const range = { path: file, startMs, endMs, language: 'en', decoding: 'standard' } as const;
      const { segments } = await this.engine.transcribe(range, () => undefined, call);
      texts.push(...segments.map(({ text }) => text));
    }
    return texts.join(' ');
  }
}

/** The model writes American English. */
function british(text: string): string {
  return text.replaceAll(/harbor/giu, 'harbour');
}

async function sentences() {
  const listed: unknown = JSON.parse(await readFile(audio('sentences/sentences.json'), 'utf8'));
  const known = Array.isArray(listed) ? listed.filter(isSentence) : [];
  return Promise.all(
    known.map(async ({ file, text }) => {
      const samples = samplesOf(await readFile(audio('sentences', file)));
      return { text, samples: Float64Array.from(samples, (sample) => sample / 32_768) };
    }),
  );
}

function isSentence(value: unknown): value is { readonly file: string; readonly text: string } {
  return typeof value === 'object' && value !== null && 'file' in value && 'text' in value;
}
