import type { BackupFiles } from '../files/backup-files.ts';
import type { DatabaseContents, StoredFile } from '../manifest/manifest.ts';
import { differencesOf, readContents } from '../postgres/database-contents.ts';
import { findPrograms } from '../postgres/postgres-programs.ts';
import { restoreDatabase } from '../postgres/restore-database.ts';
import type { ScratchDatabases } from '../postgres/scratch-databases.ts';
import type { BackupProgress } from './backup-progress.ts';
import type { DumpedDatabase } from './database-dumper.ts';

/** A dump, and what it has to hold. */
export interface RestorableDump {
  readonly database: StoredFile;
  readonly contents: DatabaseContents;
  readonly postgresVersion: string;
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
   * @returns what is not as it was dumped, a sentence each; empty when all is well
   * @throws AppError `backup_damaged` when the dump cannot be read, or that of PostgreSQL
   */
  async verify(
    backupId: string,
    dump: RestorableDump,
    progress: BackupProgress,
  ): Promise<readonly string[]> {
    return this.scratch.use(backupId, async ({ url, pool }) => {
      await this.restore(dump, url, progress);
      const client = await pool.connect();
      try {
        return differencesOf(dump.contents, await readContents(client));
      } finally {
        client.release();
      }
    });
  }

  private async restore(
    { database, postgresVersion: serverVersion }: RestorableDump,
    url: string,
    { signal, onBytes }: BackupProgress,
  ): Promise<void> {
    const programs = await findPrograms({ folder: this.database.toolsFolder, serverVersion });
    const input = this.files.open(database, signal);
    input.on('data', (chunk: Buffer) => onBytes(chunk.length));
    input.pause();
    await restoreDatabase(programs, { url, input, signal });
  }
}
