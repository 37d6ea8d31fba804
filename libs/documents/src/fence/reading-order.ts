import type { DocumentLimits } from '../limits.ts';

/** What the reading process is asked to read; it receives this as JSON on its input. */
export interface ReadingOrder {
  readonly path: string;
  readonly fileName: string;
  readonly limits: DocumentLimits;
  /** Process id of the process that waits for the result; the reading process ends with it. */
  readonly parentPid: number;
}

/** What the watch of the reading process is started with. */
export interface WatchOrder {
  readonly memoryMebibytes: number;
  readonly parentPid: number;
}

/** Written to the error output before the reading process ends itself for this reason. */
export const OUT_OF_MEMORY = 'The reading process is out of memory.';
