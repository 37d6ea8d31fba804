import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Number of faulty lines that an error lists. */
const MOST_LISTED = 20;

/** A line of a file that is not empty. */
export interface Line {
  readonly file: string;
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Cases that cannot be read. Its message names every file and line, and what is wrong there. */
export class FaultyCasesError extends Error {
  override readonly name = 'FaultyCasesError';
  constructor(readonly faults: readonly string[]) {
    const listed = faults.slice(0, MOST_LISTED);
    const more = faults.length - listed.length;
    super([...listed, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
  }
}

/**
 * The lines of a file, or of all files of a folder and the folders in it whose names end in `.jsonl`, in
 * the order of their names.
 * @throws FaultyCasesError when there is no such file or folder, or nothing in it
 */
export function readLines(place: string): readonly Line[] {
  const files = filesAt(place);
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .replace(/^\uFEFF/u, '')
      .split(/\r?\n/u)
      .map((text, at) => ({ file, number: at + 1, text }))
      .filter(({ text }) => text.trim() !== ''),
  );
  if (lines.length === 0) throw new FaultyCasesError([`${place}: there are no cases in it`]);
  return lines;
}

/**
 * The cases of lines.
 * @param read makes a case of a line, or throws an error that says what is wrong
 * @throws FaultyCasesError that lists every line that is no case
 */
export function casesOf<Case>(
  lines: readonly Line[],
  read: (line: Line, value: unknown) => Case,
): readonly Case[] {
  const faults: string[] = [];
  const cases = lines.flatMap((line) => {
    try {
      return [read(line, valueOf(line.text))];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      faults.push(`${line.file}:${line.number}: ${reason}`);
      return [];
    }
  });
  if (faults.length > 0) throw new FaultyCasesError(faults);
  return cases;
}

function filesAt(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) throw new FaultyCasesError([`${place}: no such file or folder`]);
  if (!found.isDirectory()) return [place];
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(place, name));
  if (files.length === 0)
    throw new FaultyCasesError([`${place}: no file in it has a name that ends in .jsonl`]);
  return files;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('is no JSON');
  }
}
