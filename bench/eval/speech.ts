import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seededRandom } from '../../test/support/seeded-random.ts';
import { wordErrorRate } from '../../test/support/word-error-rate.ts';
import { floatWav } from '../../test/support/float-wav.ts';
import { Listener } from './listener.ts';
import type { Evaluated, EvaluationOptions } from './options.ts';
import { british, sentences } from './sentences.ts';
import { atLevel, mixed, musicOf, noiseOf, phoneBandOf } from './sounds.ts';

/** A kind of recording of the committed sentences. */
interface Condition {
  readonly name: string;
  readonly of: (speech: Float64Array) => Float64Array;
  /** Largest word error rate that is accepted. */
  readonly mostErrors: number;
  /** Whether it is measured only when the speech is asked for: all of them take minutes. */
  readonly isThorough: boolean;
}

const CONDITIONS: readonly Condition[] = [
  { name: 'clean', of: (speech) => speech, mostErrors: 0.06, isThorough: false },
  { name: 'phone band', of: phoneBandOf, mostErrors: 0.08, isThorough: true },
  {
    name: 'music beneath',
    of: (speech) => mixed(speech, musicOf, -12),
    mostErrors: 0.1,
    isThorough: true,
  },
  { name: '-40 dB', of: (speech) => atLevel(speech, -40), mostErrors: 0.06, isThorough: true },
  { name: '-60 dB', of: (speech) => atLevel(speech, -60), mostErrors: 0.08, isThorough: true },
  { name: '-75 dB', of: (speech) => atLevel(speech, -75), mostErrors: 0.08, isThorough: true },
];
const LEVELS_DB = [-75, -60, -45, -20];
const QUICK_LEVEL_DB = -45;
const WITHOUT_SPEECH_SAMPLES = 30 * 16_000;

/**
 * Transcribes the committed sentences as clean speech and, if that is asked for, in the band of a
 * telephone, with music beneath and quietly; and noise and music without speech. Prints the word error
 * rates.
 * @returns whether each is as good as it was
 */
export async function evaluateSpeech({ isThorough }: EvaluationOptions): Promise<Evaluated> {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-eval-'));
  console.log('speech: the committed sentences');
  try {
    return await Listener.during(async (listener) => {
      const sound = new Sound(listener, folder);
      const results: ConditionResult[] = [];
      const conditions = CONDITIONS.filter((condition) => isThorough || !condition.isThorough);
      for (const condition of conditions) results.push(await sound.rateOf(condition));
      const levels = isThorough ? LEVELS_DB : [QUICK_LEVEL_DB];
      for (const levelDb of levels) results.push(await sound.inventsNothing(levelDb));
      return { met: results.every(({ met }) => met), figures: results };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface ConditionResult {
  readonly name: string;
  readonly met: boolean;
  /** Word error rate; `null` without speech. */
  readonly rate: number | null;
}

/** Writes recordings and listens to them. */
class Sound {
  private written = 0;

  constructor(
    private readonly listener: Listener,
    private readonly folder: string,
  ) {}

  async rateOf({ name, of, mostErrors }: Condition): Promise<ConditionResult> {
    const said: string[] = [];
    const heard: string[] = [];
    for (const { text, samples } of await sentences()) {
      said.push(british(text));
      heard.push(british(await this.hear(of(samples))));
    }
    const { rate, referenceWords } = wordErrorRate(said.join(' '), heard.join(' '));
    console.log(
      `  ${name.padEnd(16)} word error rate ${rate.toFixed(4)} of ${referenceWords} words`,
    );
    return { name, met: rate <= mostErrors, rate };
  }

  async inventsNothing(levelDb: number): Promise<ConditionResult> {
    const random = seededRandom(3);
    const noise = await this.hear(atLevel(noiseOf(WITHOUT_SPEECH_SAMPLES, random), levelDb));
    const music = await this.hear(atLevel(musicOf(WITHOUT_SPEECH_SAMPLES, random), levelDb));
    const invented = [noise, music].filter((text) => text !== '');
    console.log(
      `  ${levelDb} dB without speech: ${invented.length === 0 ? 'nothing' : invented.join(' / ')}`,
    );
    return { name: `${levelDb} dB without speech`, met: invented.length === 0, rate: null };
  }

  private async hear(samples: Float64Array): Promise<string> {
    this.written += 1;
    const file = path.join(this.folder, `${this.written}.wav`);
    await writeFile(file, floatWav(samples, 16_000));
    return this.listener.hear(file, 'en');
  }
}
