import type { ErrorCode } from './error-codes.ts';
import type { AudioProbe } from './speech.ts';

/**
 * What can be imported: an export of this product, a transcript that another one has made, or a zip file
 * of such transcripts with their recordings.
 */
export const IMPORT_FORMATS = [
  ...(['export', 'bundle', 'srt', 'vtt', 'txt', 'csv'] as const),
  ...(['whisper_json', 'speakr_markdown'] as const),
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A recording that comes with a transcript of another product. */
export interface ImportRecording {
  /** Its path in the zip file, or its name when it was uploaded beside the transcript. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** What it was found to be; null before it was opened, and when it could not be. */
  readonly probe: AudioProbe | null;
  /** Why it could not be opened; null before that, and when it could be. */
  readonly errorCode: ErrorCode | null;
}

/** How much an import has added. */
export interface ImportCounts {
  readonly conversations: number;
  readonly projects: number;
  readonly clips: number;
  readonly documents: number;
  readonly memories: number;
  /** Conversations, projects, documents and memories that were there already. */
  readonly alreadyThere: number;
}

/** Nothing was added. */
export const NO_IMPORT_COUNTS: ImportCounts = {
  ...{ conversations: 0, projects: 0, clips: 0, documents: 0, memories: 0 },
  alreadyThere: 0,
};
