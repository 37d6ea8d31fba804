import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import type { BackupFiles } from '../files/backup-files.ts';
import { backupFolder } from '../manifest/manifest.ts';
import { readContents } from '../postgres/database-contents.ts';
import { dumpDatabase } from '../postgres/dump-database.ts';
import { withSnapshot } from '../postgres/dump-snapshot.ts';
import { findPrograms } from '../postgres/postgres-programs.ts';
import { referencedBlobs, toLines, type ListedBlob } from './blob-list.ts';
import type { Draft, Drafts } from './draft.ts';
import type { BackupProgress } from './backup-progress.ts';

/** The database to back up. */
export interface DumpedDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Folder of the PostgreSQL programs; `null`: they are looked for. */
  readonly toolsFolder: string | null;
}

/** Dumps a database at one moment, together with what it holds then and which blobs it refers to. */
export class DatabaseDumper {
  constructor(
    private readonly database: DumpedDatabase,
    private readonly files: BackupFiles,
    private readonly drafts: Drafts,
  ) {}

  /**
   * Writers are not blocked. A dump that an earlier try has finished is not made again.
   * @throws AppError of the tools, the database or the place
   */
  async dump(backupId: string, { signal, onBytes }: BackupProgress): Promise<Draft> {
    const finished = await this.drafts.find(backupId);
    if (finished !== null) return finished;
    const draft = await this.make(backupId, { signal, onBytes });
    await this.drafts.save(backupId, draft, signal);
    return draft;
  }

  private async make(backupId: string, { signal, onBytes }: BackupProgress): Promise<Draft> {
    const { url, pool, toolsFolder: folder } = this.database;
    // An earlier try that was given up may still be writing, so each has names of its own.
    const name = (what: string) =>
      `${backupFolder(backupId)}${what}-${randomBytes(4).toString('hex')}`;
    return withSnapshot(pool, async ({ id, client, takenAt, serverVersion }) => {
      const programs = await findPrograms({ folder, serverVersion });
      const counted = new Counted(referencedBlobs(client));
      const lines = Readable.from(toLines(counted));
      const blobList = await this.files.store(name('recordings.jsonl'), lines, { signal });
      const dump = dumpDatabase(programs, { url, snapshotId: id, signal });
      const options = { signal, onBytes };
      const database = await this.files.store(name('database.dump'), dump.output, options);
      await dump.done;
      const contents = await readContents(client);
      const { count, bytes } = counted;
      const postgresVersion = serverVersion;
      const blobs = { count, bytes };
      return {
        takenAt: takenAt.toISOString(),
        postgresVersion,
        contents,
        database,
        blobList,
        blobs,
      };
    });
  }
}

/** Counts blobs while they pass. */
class Counted implements AsyncIterable<ListedBlob> {
  count = 0;
  bytes = 0;

  constructor(private readonly blobs: AsyncIterable<ListedBlob>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<ListedBlob, void> {
    for await (const blob of this.blobs) {
      this.count += 1;
      this.bytes += blob.bytes;
      yield blob;
    }
  }
}
