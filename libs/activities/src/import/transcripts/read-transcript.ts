import { readFile, stat } from 'node:fs/promises';
import {
  HeardTurns,
  MalformedTranscript,
  statedTitle,
  TRANSCRIPT_READERS,
  type HeardTurn,
  type ImportedTranscriptFormat,
} from '#domain';
import { AppError } from '#platform';
import { yielding } from '../yielding.ts';

/** Largest transcript, in bytes; a day of speech with the times of its words has about 12 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Most lines of one conversation; a day of subtitles has about 30,000. */
const MOST_LINES = 100_000;

/** What a transcript says. */
export interface ReadTranscript {
  readonly turns: readonly HeardTurn[];
  /** `null` when it states none. */
  readonly title: string | null;
}

/**
 * Reads a transcript that another product has made.
 * @throws AppError `import_transcript_too_large`, `import_text_invalid`, `import_empty`,
 * `import_transcript_malformed`
 */
export async function readTranscript(
  file: string,
  format: ImportedTranscriptFormat,
  signal: AbortSignal,
): Promise<ReadTranscript> {
  const { size } = await stat(file);
  requireSize(size);
  const text = transcriptText(await readFile(file));
  return { turns: await turnsOf(text, format, signal), title: statedTitle(text, format) };
}

/** @throws AppError as {@link readTranscript} */
export async function turnsOf(
  text: string,
  format: ImportedTranscriptFormat,
  signal: AbortSignal,
): Promise<readonly HeardTurn[]> {
  const turns = new HeardTurns();
  try {
    for await (const line of yielding(TRANSCRIPT_READERS[format](text), signal)) {
      turns.add(line);
      if (turns.count > MOST_LINES) throw tooLarge(`It has more than ${MOST_LINES} lines.`);
    }
  } catch (error) {
    throw malformed(error);
  }
  if (turns.count > 0) return turns.turns;
  throw new AppError('import_empty', 'There are no words in the file.');
}

/** @throws AppError `import_transcript_too_large` */
export function requireSize(bytes: number): void {
  if (bytes > MOST_BYTES) throw tooLarge(`It has ${bytes} bytes; the limit is ${MOST_BYTES}.`);
}

/** @throws AppError `import_text_invalid`, `import_empty` */
export function transcriptText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new AppError('import_text_invalid', 'It holds null characters.');
  if (text.trim() !== '') return text;
  throw new AppError('import_empty', 'There are no words in the file.');
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('import_text_invalid', 'It is not valid UTF-8.', { cause });
  }
}

function tooLarge(message: string): AppError {
  return new AppError('import_transcript_too_large', message);
}

function malformed(error: unknown): unknown {
  if (!(error instanceof MalformedTranscript)) return error;
  const { message, line } = error;
  const details = line === null ? {} : { line };
  return new AppError('import_transcript_malformed', message, { details, cause: error });
}
