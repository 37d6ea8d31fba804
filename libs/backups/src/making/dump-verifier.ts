import { openDatabase, ProjectionsRepository } from '#store';
import { ProjectionCheck } from '../check/projection-check.ts';
import type { ScratchDatabases } from '../postgres/scratch/scratch-databases.ts';
import type { BackupProgress } from './backup-progress.ts';
import type { DumpRestorer, RestorableDump } from './dump-restorer.ts';

/** The outcome of restoring a dump. */
export interface VerifiedDump {
  /** What is not as it was dumped, a sentence each; empty when all is well. */
  readonly differences: readonly string[];
  /** Values that are not what the change log says; they were so in the database as well. */
  readonly projectionDifferences: number;
}

/** Verifies dumps by restoring them into a scratch database. */
export class DumpVerifier {
  constructor(
    private readonly restorer: DumpRestorer,
    private readonly scratch: ScratchDatabases,
  ) {}

  /**
   * Restores a dump and compares what the scratch database then holds. The scratch database is
   * always dropped.
   * @returns what is not as it was dumped, and how much of it is not what its change log says
   * @throws AppError `backup_damaged` when the dump cannot be read, or that of PostgreSQL
   */
  verify(backupId: string, dump: RestorableDump, progress: BackupProgress): Promise<VerifiedDump> {
    return this.scratch.use(backupId, 'verify', async ({ url }) => ({
      differences: await this.restorer.restore(dump, url, progress),
      projectionDifferences: await countProjectionDifferences(url, progress.signal),
    }));
  }
}

/** Recomputes what follows from the change log, and compares it with the rows. */
async function countProjectionDifferences(url: string, signal: AbortSignal): Promise<number> {
  const database = openDatabase(url, 1, () => undefined);
  try {
    const check = new ProjectionCheck(new ProjectionsRepository(database.db));
    const report = await check.run({ fromBeginning: true, onDifference: () => undefined, signal });
    return report.differences;
  } finally {
    await database.close();
  }
}
