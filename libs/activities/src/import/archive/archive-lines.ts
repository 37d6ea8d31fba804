import { AppError } from '#platform';
import {
  changedArchive,
  invalidArchive,
  readingArchive,
  tooLargeArchive,
} from './archive-error.ts';
import type { ArchiveFile } from './archive-file.ts';

/** Longest line, in characters: an earlier text of a recording of many hours. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** A part of a JSON file: a field, or an element of a list. */
export interface ArchivePiece {
  readonly name: string;
  readonly value: unknown;
  readonly isElement: boolean;
}

/**
 * Reads a JSON file of an export line by line: each field, and each element of a list, is one.
 * @throws AppError `import_archive_invalid`
 */
export async function* archivePieces(
  archive: ArchiveFile,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<ArchivePiece> {
  let list: string | null = null;
  let depth: 'before' | 'within' | 'after' = 'before';
  for await (const line of archiveLines(archive, path, signal)) {
    const text = line.endsWith(',') ? line.slice(0, -1) : line;
    if (depth === 'before' && text === '{') depth = 'within';
    else if (depth !== 'within') throw malformed(path);
    else if (list !== null && text === ']') list = null;
    else if (list !== null) yield { name: list, value: parsed(text, path), isElement: true };
    else if (text === '}') depth = 'after';
    else if (text.endsWith(':[') || text.endsWith(': [')) list = nameOf(text, path);
    else {
      for (const [name, value] of Object.entries(parsed(`{${text}}`, path))) {
        yield { name, value, isElement: false };
      }
    }
  }
  if (depth !== 'after') throw malformed(path);
}

/** Reads the values of a file of JSON lines. @throws AppError `import_archive_invalid` */
export async function* archiveValues(
  archive: ArchiveFile,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<object> {
  for await (const line of archiveLines(archive, path, signal)) yield parsed(line, path);
}

/** The lines of a text, without line breaks and without empty ones. */
async function* archiveLines(
  archive: ArchiveFile,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const decode = utf8Decoder(path);
  const chunks = (await archive.read(path))[Symbol.asyncIterator]();
  const cutter = new LineCutter(path);
  try {
    for (;;) {
      signal.throwIfAborted();
      const chunk: IteratorResult<Buffer> = await readingArchive(() => chunks.next());
      yield* cutter.take(decode(chunk.done ? undefined : chunk.value));
      if (chunk.done) break;
    }
    yield* cutter.end();
  } finally {
    await chunks.return?.();
  }
}

/** Cuts a text that comes in pieces into lines. */
class LineCutter {
  private rest: string[] = [];
  private length = 0;

  constructor(private readonly path: string) {}

  *take(text: string): Generator<string> {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      this.rest.push(line);
      yield* this.end();
    }
    this.rest.push(last);
    this.length += last.length;
    if (this.length > LONGEST_LINE) throw tooLargeArchive(`A line of ${this.path} is too long.`);
  }

  /** The line that has ended, unless it is empty. */
  *end(): Generator<string> {
    const line = this.rest.join('');
    this.rest = [];
    this.length = 0;
    if (line !== '') yield line;
  }
}

/** Decodes a text that comes in pieces; the last one is `undefined`. */
function utf8Decoder(path: string): (bytes: Buffer | undefined) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw invalidArchive(`The file ${path} is not valid UTF-8.`, cause);
    }
  };
}

function parsed(text: string, path: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // What follows says it.
  }
  throw malformed(path);
}

function nameOf(text: string, path: string): string {
  const [name] = Object.keys(parsed(`{${text}]}`, path));
  if (name === undefined) throw malformed(path);
  return name;
}

function malformed(path: string): AppError {
  return changedArchive(`The file ${path} is not as an export writes it.`);
}
