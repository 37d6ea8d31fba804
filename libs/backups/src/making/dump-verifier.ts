import { Readable } from 'node:stream';
import { openDatabase, ProjectionsRepository } from '#store';
import { ProjectionCheck } from '../check/projection-check.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import type { DatabaseContents, StoredFile } from '../manifest/manifest.ts';
import { readContents } from '../postgres/contents/database-contents.ts';
import { differencesOf } from '../postgres/contents/differences.ts';
import { withSnapshot } from '../postgres/dump-snapshot.ts';
import { findPrograms } from '../postgres/programs/postgres-programs.ts';
import { restoreDatabase } from '../postgres/restore-database.ts';
import type { ScratchDatabases } from '../postgres/scratch/scratch-databases.ts';
import type { BackupProgress } from './backup-progress.ts';
import type { DumpedDatabase } from './database-dumper.ts';

/** A dump, and what it has to hold. */
export interface RestorableDump {
  readonly database: StoredFile;
  readonly contents: DatabaseContents;
  readonly postgresVersion: string;
}

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
    private readonly database: DumpedDatabase,
    private readonly files: BackupFiles,
    private readonly scratch: ScratchDatabases,
  ) {}

  /**
   * Restores a dump and compares what the scratch database then holds. The scratch database is
   * always dropped.
   * @returns what is not as it was dumped, and how much of it is not what its change log says
   * @throws AppError `backup_damaged` when the dump cannot be read, or that of PostgreSQL
   */
  async verify(
    backupId: string,
    dump: RestorableDump,
    progress: BackupProgress,
  ): Promise<VerifiedDump> {
    const { signal } = progress;
    return this.scratch.use(backupId, 'verify', async ({ url }) => {
      await this.restore(dump, url, progress);
      const restored = await withSnapshot({ url, signal }, (snapshot) => readContents(snapshot));
      return {
        differences: differencesOf(dump.contents, restored),
        projectionDifferences: await countProjectionDifferences(url, signal),
      };
    });
  }

  private async restore(
    { database, postgresVersion: serverVersion }: RestorableDump,
    url: string,
    { signal, onBytes }: BackupProgress,
  ): Promise<void> {
    const programs = await findPrograms({ folder: this.database.toolsFolder, serverVersion });
    const content = await this.files.open(database, signal);
    const input = Readable.from(counted(content, onBytes), { objectMode: false });
    await restoreDatabase(programs, { url, input, signal });
  }
}

/** Recomputes what follows from the change log, and compares it with the rows. */
async function countProjectionDifferences(url: string, signal: AbortSignal): Promise<number> {
  const { db, close } = openDatabase(url, 1, () => undefined);
  try {
    const check = new ProjectionCheck(new ProjectionsRepository(db));
    const report = await check.run({ fromBeginning: true, onDifference: () => undefined, signal });
    return report.differences;
  } finally {
    await close();
  }
}

async function* counted(
  content: Readable,
  onBytes: BackupProgress['onBytes'],
): AsyncGenerator<Buffer, void> {
  const chunks: AsyncIterable<Buffer> = content;
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}
