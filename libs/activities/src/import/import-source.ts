import type { BackupProgress } from '#backups';
import type { TaskWarning } from '#contracts/tasks';
import type { Importing, ImportResult } from '#store';

/** What was stored, and what people have to know of it. */
export interface StoredImport {
  readonly result: ImportResult;
  readonly warnings: readonly TaskWarning[];
}

/** A file of a format, from which things are imported. */
export interface ImportSource {
  /**
   * Reads all of it.
   * @returns how many bytes there are to store, unpacked
   * @throws AppError what is wrong with it
   */
  check(progress: BackupProgress): Promise<number>;
  /** Stores what is in it, unless it is there. May be repeated at any time. */
  store(importing: Importing, progress: BackupProgress): Promise<StoredImport>;
}
