import type { BackupProgress } from '#backups';
import type { ImportFormat } from '#contracts/model';
import {
  bundledKind,
  DETECTION_BYTES,
  detectImportFormat,
  isOftenOther,
  NoTranscript,
  pairRecordings,
  statedRecording,
  type ImportedTranscriptFormat,
  type Pairing,
  type UnpairedTranscript,
} from '#domain';
import { AppError } from '#platform';
import { requireSize, transcriptText, turnsOf } from '../transcripts/read-transcript.ts';
import type { BundleFiles } from './bundle-files.ts';
import { shortName } from './short-name.ts';

/** A transcript that can be imported. */
export interface BundledTranscript extends UnpairedTranscript {
  readonly sha256: string;
}

/** What is in a bundle. */
export interface BundleContents extends Pairing<BundledTranscript> {
  /** Files that are neither transcripts nor recordings. */
  readonly ignored: readonly string[];
}

/**
 * Reads all transcripts, and finds their recordings.
 * @param format of the transcript, when there is one that is no zip file
 * @throws AppError what is wrong with one of them, by its name; `import_empty` when there is none
 */
export async function bundleContents(
  files: BundleFiles,
  format: ImportFormat,
  progress: BackupProgress,
): Promise<BundleContents> {
  const reader = new ContentsReader(files, progress);
  const { transcript, recording } = files;
  if (transcript !== null && recording !== null && format !== 'export' && format !== 'bundle') {
    const read = await reader.read(transcript, format);
    const pairs = [{ transcript: read, candidates: [recording] }];
    return { pairs, repeated: [], unused: [], ignored: [] };
  }
  return reader.zipped();
}

class ContentsReader {
  private readonly ignored: string[] = [];
  private readonly hashes = new Set<string>();
  private readonly repeated: string[] = [];

  constructor(
    private readonly files: BundleFiles,
    private readonly progress: BackupProgress,
  ) {}

  async zipped(): Promise<BundleContents> {
    const transcripts: BundledTranscript[] = [];
    const recordings = this.files.recording === null ? [] : [this.files.recording];
    for (const path of this.files.zipped) {
      const kind = bundledKind(path);
      if (kind === 'recording') recordings.push(path);
      if (kind === 'other') this.ignored.push(path);
      if (kind !== 'transcript') continue;
      const read = await this.readIfTranscript(path);
      if (read !== null) transcripts.push(read);
    }
    if (transcripts.length === 0) throw noTranscripts();
    const pairing = pairRecordings(transcripts, recordings);
    return {
      ...{ ...pairing, repeated: [...this.repeated, ...pairing.repeated] },
      ignored: this.ignored,
    };
  }

  /** @throws AppError what is wrong with it, unless it is something else, or empty */
  private async readIfTranscript(path: string): Promise<BundledTranscript | null> {
    try {
      const read = await this.read(path, null);
      if (!this.hashes.has(read.sha256)) {
        this.hashes.add(read.sha256);
        return read;
      }
      this.repeated.push(path);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const isOther = error.cause instanceof NoTranscript || error.code === 'import_empty';
      if (!isOther) throw named(path, error);
      this.ignored.push(path);
    }
    return null;
  }

  async read(path: string, known: ImportedTranscriptFormat | null): Promise<BundledTranscript> {
    const { signal, onBytes } = this.progress;
    signal.throwIfAborted();
    requireSize(this.files.sizeOf(path));
    const sha256 = await this.files.hashOf(path, signal, onBytes);
    const bytes = await this.files.bytesOf(path);
    const format = known ?? formatOf(bytes, path);
    if (known === null && format === 'txt' && isOftenOther(path)) throw noLayout();
    const text = transcriptText(bytes);
    await turnsOf(text, format, signal);
    const recordingName = statedRecording(text, format);
    return { path, format, sha256, recordingName };
  }
}

function formatOf(bytes: Uint8Array, path: string): ImportedTranscriptFormat {
  const found = detectImportFormat(bytes.subarray(0, DETECTION_BYTES), path);
  return found === null || found === 'export' || found === 'bundle' ? 'txt' : found;
}

/** The same error, with the name of the file. */
function named(path: string, { code, message, details, cause }: AppError): AppError {
  return new AppError(code, `${shortName(path)}: ${message}`, {
    ...{ details, cause, confidential: true },
  });
}

/** A table or text that nobody has said. */
function noLayout(): AppError {
  const cause = new NoTranscript('It has not the layout of a transcript');
  return new AppError('import_transcript_malformed', cause.message, { cause });
}

function noTranscripts(): AppError {
  const message =
    'It is no export of Afterword, and has no transcript: SRT, VTT, TXT, JSON, CSV or Markdown of Speakr.';
  return new AppError('import_empty', message);
}
