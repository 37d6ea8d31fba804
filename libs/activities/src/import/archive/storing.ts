import type { BackupProgress } from '#backups';
import type { Importing, StagedBlob } from '#store';
import type { ArchiveFile } from './archive-file.ts';
import type { ArchivedBytes } from './archived-bytes.ts';
import type { CitedIds } from './cited-ids.ts';
import type { ImportTally } from './import-tally.ts';

/** An archive that is being stored. */
export interface Storing {
  readonly archive: ArchiveFile;
  readonly bytes: ArchivedBytes;
  readonly importing: Importing;
  readonly progress: BackupProgress;
  readonly tally: ImportTally;
  /** Ids of the recordings that were transcribed, also those without speech. */
  readonly transcribed: ReadonlySet<string>;
  readonly cited: CitedIds;
}

/**
 * Does work that may keep staged bytes; discards them when it does not.
 * @param work gets what keeps all of them
 */
export async function keepingStaged<Result>(
  staged: readonly StagedBlob[],
  work: (keepAll: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const left = new Set(staged);
  const keepAll = async () => {
    for (const blob of staged) {
      await blob.keep();
      left.delete(blob);
    }
  };
  try {
    return await work(keepAll);
  } finally {
    await Promise.all([...left].map((blob) => blob.discard()));
  }
}
