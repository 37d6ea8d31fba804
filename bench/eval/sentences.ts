import { readFile } from 'node:fs/promises';
import { audio } from '../../test/support/local-whisper.ts';
import { samplesOf } from '../../test/support/mu-law-wav.ts';

/** What somebody says, and how it sounds at 16 kHz. */
export interface Sentence {
  readonly text: string;
  readonly samples: Float64Array;
}

/** The committed sentences of synthetic voices. */
export function sentences(): Promise<readonly Sentence[]> {
  return listed('sentences', 'sentences.json');
}

/** The committed clips of real voices whose words are known. */
export function realSentences(): Promise<readonly Sentence[]> {
  return listed('voices', 'voices.json');
}

/** The text as the reference spells it: the model writes American English and abbreviates titles. */
export function british(text: string): string {
  return text.replaceAll(/harbor/giu, 'harbour').replaceAll(/\bMr\b\.?/giu, 'Mister');
}

async function listed(folder: string, list: string): Promise<readonly Sentence[]> {
  const all: unknown = JSON.parse(await readFile(audio(folder, list), 'utf8'));
  const known = Array.isArray(all) ? all.filter(isSentence) : [];
  return Promise.all(
    known.map(async ({ file, text }) => {
      const samples = samplesOf(await readFile(audio(folder, file)));
      return { text, samples: Float64Array.from(samples, (sample) => sample / 32_768) };
    }),
  );
}

function isSentence(value: unknown): value is { readonly file: string; readonly text: string } {
  return typeof value === 'object' && value !== null && 'file' in value && 'text' in value;
}
