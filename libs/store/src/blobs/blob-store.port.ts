import type { Readable } from 'node:stream';

/** Bytes that have arrived but are not kept yet. Exactly one of the two ends must be called. */
export interface StagedBlob {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Keeps the bytes for good; afterwards they survive a power cut. */
  keep(): Promise<void>;
  /** Removes them without a trace. */
  discard(): Promise<void>;
}

/** A part of a blob, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Keeps bytes under their SHA-256. Blobs never change. */
export interface BlobStore {
  /**
   * Takes in a stream without holding it in memory.
   * @throws AppError `clip_too_large` past the limit, `upload_interrupted` when the stream breaks;
   * nothing is left behind then
   */
  stage(stream: Readable, limitBytes: number): Promise<StagedBlob>;
  /** Size in bytes, or `null` when there is no such blob. */
  sizeOf(sha256: string): Promise<number | null>;
  /** Reads a blob, or a part of it. */
  read(sha256: string, range?: ByteRange): Readable;
  /**
   * A file on this machine that holds the blob.
   * @throws AppError `clip_bytes_missing`
   */
  localPath(sha256: string): Promise<string>;
  /** Removes what uploads of a dead process have left unfinished. */
  removeLeftovers(): Promise<void>;
}
