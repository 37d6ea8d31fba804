import { AppError } from '#platform';
import { OUT_OF_MEMORY } from './reading-order.ts';

/** How a reading process has ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last of its error output. */
  readonly messages: string;
}

/** What Node.js writes when its heap is full. */
const HEAP_IS_FULL = 'heap out of memory';

/** The error of a process that was killed at its time limit. */
export function tookTooLong(timeoutMs: number): AppError {
  return new AppError(
    'document_reading_stalled',
    `The document could not be read within ${timeoutMs / 1_000} seconds.`,
  );
}

/** The error of a process that ended by itself without a result. */
export function endedBadly(end: ProcessEnd, memoryMebibytes: number): AppError {
  if (end.messages.includes(OUT_OF_MEMORY) || end.messages.includes(HEAP_IS_FULL)) {
    return new AppError(
      'document_reading_stalled',
      `The document needs more than ${memoryMebibytes} MiB of memory to be read.`,
    );
  }
  return failed(end.signal === null ? `Exit code ${end.code}.` : `Signal ${end.signal}.`);
}

/** The error of a process that does not work, whatever the document is. */
export function failed(how: string, cause?: unknown): AppError {
  return new AppError(
    'document_reading_failed',
    `The program that reads documents did not work. ${how}`,
    { cause },
  );
}
