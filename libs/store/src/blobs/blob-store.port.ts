import type { Readable } from 'node:stream';
import type { ErrorCode } from '#contracts/model';

/** Bytes that were received but not kept yet. Call exactly one of `keep` and `discard`. */
export interface StagedBlob {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Keeps the bytes durably: after it resolves they survive a power failure. */
  keep(): Promise<void>;
  /** Removes the bytes. */
  discard(): Promise<void>;
}

/** A byte range of a blob, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Stores bytes under their SHA-256. Blobs are immutable. */
export interface BlobStore {
  /**
   * Writes a few bytes and removes them.
   * @throws AppError `storage_full`, `storage_unavailable`
   */
  check(): Promise<void>;
  /**
   * Receives a stream without holding it in memory. When it throws, it leaves nothing behind.
   * @param limitBytes maximum size in bytes
   * @param tooLarge code of the error over the limit; `clip_too_large` by default
   * @throws AppError `tooLarge`, `upload_interrupted` when the stream breaks
   */
  stage(stream: Readable, limitBytes: number, tooLarge?: ErrorCode): Promise<StagedBlob>;
  /** Size in bytes, or `null` when there is no such blob. */
  sizeOf(sha256: string): Promise<number | null>;
  /** Reads a blob, or a part of it. */
  read(sha256: string, range?: ByteRange): Readable;
  /**
   * A file on this machine that holds the blob.
   * @throws AppError `clip_bytes_missing`
   */
  localPath(sha256: string): Promise<string>;
  /** Removes a blob durably. Does nothing when there is none. */
  remove(sha256: string): Promise<void>;
  /** Removes unfinished uploads of processes that have died. */
  removeLeftovers(): Promise<void>;
}
