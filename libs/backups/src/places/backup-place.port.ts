import type { Readable } from 'node:stream';

/** A file in a place. */
export interface PlacedFile {
  /** Path within the place, with `/`, such as `backups/bkp_…/manifest.json`. */
  readonly name: string;
  readonly sizeBytes: number;
}

/**
 * Where backups are. Every file appears whole or not at all, and is never changed afterwards, only
 * replaced or removed. Every method throws AppError `backup_place_unavailable` when the place cannot
 * be reached, read or written, with a message that says which place and why, without secrets.
 */
export interface BackupPlace {
  /** For people, without secrets: a folder, or `s3://bucket/prefix`. */
  readonly label: string;
  /**
   * Writes a file; an existing one is replaced. Durable once it resolves. An aborted or failed write
   * leaves nothing that `list` or `read` would find.
   * @param bytes is read with back-pressure, never held in memory as a whole
   * @returns size in bytes
   * @throws AppError `backup_place_full` when there is no space left; the error of `bytes` when the
   *   source breaks; the abort reason when `signal` is aborted
   */
  write(name: string, bytes: Readable, signal: AbortSignal): Promise<number>;
  /**
   * Reads a file.
   * @throws AppError `backup_damaged` when there is no such file
   */
  read(name: string): Promise<Readable>;
  /** Size in bytes; `null` when there is no such file. */
  sizeOf(name: string): Promise<number | null>;
  /** All files below a prefix, such as `backups/`, in no particular order. */
  list(prefix: string): AsyncIterable<PlacedFile>;
  /** Removes a file if it exists; also a folder that has become empty. */
  remove(name: string): Promise<void>;
  /** Removes what writers that died have left behind (temporary files, unfinished uploads). */
  removeLeftovers(): Promise<void>;
  /** Free space in bytes; `null` when it is not known, as in an object store. */
  freeBytes(): Promise<number | null>;
}
