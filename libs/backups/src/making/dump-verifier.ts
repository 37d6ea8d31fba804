import type { ScratchDatabases } from '../postgres/scratch/scratch-databases.ts';
import type { BackupProgress } from './backup-progress.ts';
import type { DumpRestorer, RestorableDump } from './dump-restorer.ts';

/** Verifies dumps by restoring them into a scratch database. */
export class DumpVerifier {
  constructor(
    private readonly restorer: DumpRestorer,
    private readonly scratch: ScratchDatabases,
  ) {}

  /**
   * Restores a dump and compares what the scratch database then holds. The scratch database is
   * always dropped.
   * @returns what is not as it was dumped, a sentence each; empty when all is well
   * @throws AppError `backup_damaged` when the dump cannot be read, or that of PostgreSQL
   */
  verify(
    backupId: string,
    dump: RestorableDump,
    progress: BackupProgress,
  ): Promise<readonly string[]> {
    return this.scratch.use(backupId, 'verify', ({ url }) =>
      this.restorer.restore(dump, url, progress),
    );
  }
}
