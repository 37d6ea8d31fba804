import { existsSync } from 'node:fs';
import path from 'node:path';
import { characterErrors, wordErrors, type ErrorCount } from '#domain';
import { readCases, type RecordingCase } from '../../libs/engines/src/eval/cases.ts';
import { FaultyCasesError } from '../../libs/engines/src/eval/read-lines.ts';
import { Listener } from './listener.ts';
import type { Evaluated, EvaluationOptions } from './options.ts';
import { percent, table, type Row } from './table.ts';

/** A recording as it was heard. */
interface Heard {
  readonly file: string;
  readonly words: ErrorCount;
  readonly characters: ErrorCount;
}

/**
 * Transcribes the recordings of a user and prints their word and character errors.
 * @returns that all is well: there are no floors for recordings that nobody knows
 */
export async function evaluateRecordings({ data = '' }: EvaluationOptions): Promise<Evaluated> {
  const { recordings } = readCases(data);
  const missing = recordings.filter(({ file }) => !existsSync(file));
  if (missing.length > 0)
    throw new FaultyCasesError(missing.map(({ file }) => `${file}: there is no such recording`));
  console.log(`speech: recordings (${recordings.length})`);
  const heard = await Listener.during((listener) => hearAll(listener, recordings));
  const all = { file: 'all', words: sum(heard, 'words'), characters: sum(heard, 'characters') };
  console.log(table([['', 'word errors', 'character errors'], ...[...heard, all].map(rowOf)]));
  return { met: true, figures: heard };
}

async function hearAll(
  listener: Listener,
  recordings: readonly RecordingCase[],
): Promise<readonly Heard[]> {
  const all: Heard[] = [];
  for (const { file, reference, language } of recordings) {
    const text = await listener.hear(file, language);
    const errors = {
      words: wordErrors(reference, text),
      characters: characterErrors(reference, text),
    };
    all.push({ file, ...errors });
  }
  return all;
}

function sum(heard: readonly Heard[], what: 'words' | 'characters'): ErrorCount {
  return heard.reduce(
    (all, each) => ({ errors: all.errors + each[what].errors, of: all.of + each[what].of }),
    { errors: 0, of: 0 },
  );
}

function rowOf({ file, words, characters }: Heard): Row {
  const rate = ({ errors, of }: ErrorCount) => percent(errors, of);
  return [path.basename(file), rate(words), rate(characters)];
}
