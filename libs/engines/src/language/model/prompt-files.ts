import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The build copies the folder, so that it is in the same place for sources and programs. */
const FOLDER = path.join(import.meta.dirname, '../prompts');
/** What stands before the text of a prompt. */
const HEAD = /^---\nversion: ([1-9]\d*)\n(?:rubric: ([\w-]+)\n)?---\n\n/;
const PART = /\{\{([\w-]+)\}\}/g;

/** The instructions for a kind of request, from a file. */
export interface PromptFile {
  /** Increased with every change of what a model is told. */
  readonly version: number;
  /** Version of the scale in it; `null` for a prompt without one. */
  readonly rubric: string | null;
  readonly text: string;
}

/**
 * Reads a prompt with the parts that it names as `{{part}}`.
 * @throws Error with the name of the file that is missing or faulty
 */
export function readPrompt(name: string): PromptFile {
  const file = `${name}.md`;
  const content = contentOf(file);
  const head = HEAD.exec(content);
  if (head === null) throw new Error(`The prompt ${file} does not begin with its version.`);
  const text = content
    .slice(head[0].length)
    .replaceAll(PART, (_placeholder, part: string) => readPart(part))
    .trim();
  if (text === '') throw new Error(`The prompt ${file} is empty.`);
  return { version: Number(head[1]), rubric: head[2] ?? null, text };
}

/**
 * Reads a part that prompts have in common, or that is added to one.
 * @throws Error with the name of the file that is missing or empty
 */
export function readPart(name: string): string {
  const file = path.join('parts', `${name}.md`);
  const text = contentOf(file).trim();
  if (text === '') throw new Error(`The part ${file} of prompts is empty.`);
  return text;
}

function contentOf(file: string): string {
  try {
    return readFileSync(path.join(FOLDER, file), 'utf8');
  } catch (cause) {
    throw new Error(`The prompt ${file} cannot be read.`, { cause });
  }
}
