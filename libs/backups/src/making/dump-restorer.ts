import { Readable } from 'node:stream';
import type { BackupFiles } from '../files/backup-files.ts';
import type { DatabaseContents, StoredFile } from '../manifest/manifest.ts';
import { readContents } from '../postgres/contents/database-contents.ts';
import { differencesOf } from '../postgres/contents/differences.ts';
import { withSnapshot } from '../postgres/dump-snapshot.ts';
import { findPrograms } from '../postgres/programs/postgres-programs.ts';
import { restoreDatabase } from '../postgres/restore-database.ts';
import type { BackupProgress } from './backup-progress.ts';

/** A dump, and what it has to hold. */
export interface RestorableDump {
  readonly database: StoredFile;
  readonly contents: DatabaseContents;
  readonly postgresVersion: string;
}

/** Restores dumps into empty databases, and compares what these then hold. */
export class DumpRestorer {
  constructor(
    /** Folder of the PostgreSQL programs; `null`: they are looked for. */
    private readonly toolsFolder: string | null,
    private readonly files: BackupFiles,
  ) {}

  /**
   * @param url `postgresql://…` of an empty database
   * @returns what is not as it was dumped, a sentence each; empty when all is well
   * @throws AppError `backup_damaged` when the dump cannot be read, or that of PostgreSQL
   */
  async restore(
    { database, contents, postgresVersion: serverVersion }: RestorableDump,
    url: string,
    { signal, onBytes }: BackupProgress,
  ): Promise<readonly string[]> {
    const programs = await findPrograms({ folder: this.toolsFolder, serverVersion });
    const content = await this.files.open(database, signal);
    const input = Readable.from(counted(content, onBytes), { objectMode: false });
    await restoreDatabase(programs, { url, input, signal });
    const restored = await withSnapshot({ url, signal }, (snapshot) => readContents(snapshot));
    return differencesOf(contents, restored);
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
