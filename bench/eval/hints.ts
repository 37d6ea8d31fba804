import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { floatWav } from '../../test/support/float-wav.ts';
import { localWhisper } from '../../test/support/local-whisper.ts';
import { wordErrorRate } from '../../test/support/word-error-rate.ts';
import type { Evaluated } from './options.ts';
import { british, realSentences, sentences, type Sentence } from './sentences.ts';
import { mixed, noiseOf } from './sounds.ts';
import { percent, table, type Row } from './table.ts';

const RATE_HZ = 16_000;
const PAUSE_S = 0.5;
/** Sentences of a chunk: some 25 seconds. */
const SENTENCES = 6;
/** Names that are said in the committed sentences and clips. */
const SAID = ['Margaret', 'Thursday', 'Daniel', 'Australia', 'Edinburgh', 'Saturday', 'Dashwood'];
/** Names that nobody says. */
const NOT_SAID = ['Kaito', 'Nakamura', 'Oyelaran', 'Heron Bay', 'Zsofia', 'Grzegorz', 'Okafor'];
const MANY = `Aalto Bergstrom Cerny Dubois Eriksson Fitzgerald Gutierrez Hoffmann Ivanov Jankowski Kowalczyk Lindqvist Moreau Novak Petrov Quintana Rousseau Schneider Takahashi Ulrich Vasquez Watanabe Xanthos Yilmaz Zimmermann`;
const OTHERS = [...NOT_SAID, ...MANY.split(' ')];

const prompt = (terms: readonly string[]) => ({ initial_prompt: `Glossary: ${terms.join(', ')}.` });
const WAYS: readonly (readonly [name: string, options: Readonly<Record<string, string>>])[] = [
  ['no hints', {}],
  ['prompt, said', prompt(SAID)],
  ['prompt, not said', prompt(NOT_SAID)],
  ['prompt, many', prompt([...SAID, ...OTHERS])],
  ['hotwords, said', { hotwords: SAID.join(', ') }],
  ['hotwords, not said', { hotwords: NOT_SAID.join(', ') }],
];
const NOISES_DB = [null, -15, -8] as const;

/** What a way makes of the recordings with the same noise. */
interface Outcome {
  readonly errors: number;
  /** Names that are heard, of those that are said. */
  readonly names: number;
  /** Names in the text that nobody has said there. */
  readonly invented: number;
}

/**
 * Lets the model hear names with terms as hints: as a prompt or as hotwords, those that are said, others, and many. Prints
 * word errors, names that are heard and names that are invented.
 * @returns that all is well: the product gives no hints, and this shows why
 */
export async function evaluateHints(): Promise<Evaluated> {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-eval-'));
  console.log('hints: word errors, names heard and invented; clean, and with noise beneath');
  try {
    const chunks = chunksOf([...(await sentences()), ...(await realSentences())]);
    const files: string[] = [];
    for (const noiseDb of NOISES_DB) {
      for (const { samples } of chunks) {
        const sound = noiseDb === null ? samples : mixed(samples, noiseOf, noiseDb);
        files.push(path.join(folder, `${files.length}.wav`));
        await writeFile(files.at(-1) ?? '', floatWav(sound, RATE_HZ));
      }
    }
    const heard = await hear(files);
    const figures = WAYS.map(([name], way) => ({
      name,
      outcomes: NOISES_DB.map((_, noise) =>
        outcomeOf(
          chunks.map(({ text }) => text),
          (heard[way] ?? []).slice(noise * chunks.length, (noise + 1) * chunks.length),
        ),
      ),
    }));
    const heads = NOISES_DB.map((db) => (db === null ? 'clean' : `noise ${db} dB`));
    console.log(table([['', ...heads], ...figures.map(rowOf)]));
    return { met: true, figures };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Sentences with pauses, as long as a chunk. */
function chunksOf(all: readonly Sentence[]): readonly Sentence[] {
  const pause = Array.from({ length: PAUSE_S * RATE_HZ }, () => 0);
  return Array.from({ length: Math.ceil(all.length / SENTENCES) }, (_, n) => {
    const own = all.slice(n * SENTENCES, (n + 1) * SENTENCES);
    const samples = own.flatMap((sentence) => [...sentence.samples, ...pause]);
    return { samples: Float64Array.from(samples), text: own.map(({ text }) => text).join(' ') };
  });
}

async function hear(files: readonly string[]) {
  const { pythonPath, modelFolder } = localWhisper();
  const script = path.resolve('bench/speech/hinted_hearing.py');
  const ways = JSON.stringify(WAYS.map(([, options]) => options));
  const { stdout } = await promisify(execFile)(pythonPath, [script, modelFolder, ways, ...files]);
  return z.array(z.array(z.string())).parse(JSON.parse(stdout));
}

function outcomeOf(said: readonly string[], heard: readonly string[]): Outcome {
  const text = (parts: readonly string[]) => british(parts.join(' '));
  let [names, invented] = [0, 0];
  for (const [n, reference] of said.entries()) {
    for (const name of [...SAID, ...OTHERS]) {
      const [right, found] = [countOf(reference, name), countOf(heard[n] ?? '', name)];
      names += Math.min(right, found);
      invented += Math.max(0, found - right);
    }
  }
  return { errors: wordErrorRate(text(said), text(heard)).rate, names, invented };
}

function countOf(text: string, name: string): number {
  return text.toLowerCase().split(name.toLowerCase()).length - 1;
}

function rowOf({ name, outcomes }: { name: string; outcomes: readonly Outcome[] }): Row {
  return [
    name,
    ...outcomes.map(
      ({ errors, names, invented }) => `${percent(errors)}, ${names}, ${invented} invented`,
    ),
  ];
}
