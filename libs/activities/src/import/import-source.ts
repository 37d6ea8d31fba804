import type { BackupProgress } from '#backups';
import type { ImportRecording } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import type { Importing, ImportResult } from '#store';

/** What was stored, and what people have to know of it. */
export interface StoredImport {
  readonly result: ImportResult;
  readonly warnings: readonly TaskWarning[];
}

/** What is known of a source once all of it was read. */
export interface CheckedSource {
  /** How many bytes there are to store, unpacked. */
  readonly bytes: number;
  /** Recordings that are to be opened before they can be stored. */
  readonly recordings: readonly ImportRecording[];
}

/** A file of a format, from which things are imported. */
export interface ImportSource {
  /**
   * Reads all of it.
   * @throws AppError what is wrong with it
   */
  check(progress: BackupProgress): Promise<CheckedSource>;
  /** Stores what is in it, unless it is there. May be repeated at any time. */
  store(importing: Importing, progress: BackupProgress): Promise<StoredImport>;
}
