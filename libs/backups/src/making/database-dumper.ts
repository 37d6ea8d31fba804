import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import type { BackupBlob } from '../blobs/blob-pool.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import { backupFolder, type StoredFile } from '../manifest/manifest.ts';
import { readContents } from '../postgres/contents/database-contents.ts';
import { dumpDatabase } from '../postgres/dump-database.ts';
import { withSnapshot, type DatabaseSnapshot } from '../postgres/dump-snapshot.ts';
import { findPrograms } from '../postgres/programs/postgres-programs.ts';
import { readServerVersion } from '../postgres/server-version.ts';
import { referencedBlobs, toLines } from './blob-list.ts';
import type { Draft, Drafts } from './draft.ts';
import type { BackupProgress } from './backup-progress.ts';

/** The database to back up. */
export interface DumpedDatabase {
  /** `postgresql://…` */
  readonly url: string;
  /** Where its server has its data; `null` when that is on another machine. */
  readonly folder: string | null;
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
    const { url } = this.database;
    return withSnapshot({ url, signal }, async (snapshot) => {
      const postgresVersion = await readServerVersion(snapshot.client);
      const takenAt = await timeOf(snapshot.client);
      const blobs = new Counted(referencedBlobs(snapshot.client));
      const blobList = await this.storeList(backupId, blobs, snapshot.signal);
      const database = await this.storeDump(backupId, postgresVersion, snapshot, onBytes);
      const contents = await readContents(snapshot);
      const { count, bytes } = blobs;
      return {
        ...{ takenAt, postgresVersion, contents, database, blobList },
        blobs: { count, bytes },
      };
    });
  }

  private storeList(
    backupId: string,
    blobs: AsyncIterable<BackupBlob>,
    signal: AbortSignal,
  ): Promise<StoredFile> {
    const lines = Readable.from(toLines(blobs));
    return this.files.store(nameOf(backupId, 'recordings.jsonl'), lines, { signal });
  }

  private async storeDump(
    backupId: string,
    serverVersion: string,
    { id: snapshotId, signal }: DatabaseSnapshot,
    onBytes: BackupProgress['onBytes'],
  ): Promise<StoredFile> {
    const { url, toolsFolder: folder } = this.database;
    const programs = await findPrograms({ folder, serverVersion });
    const { output, done } = dumpDatabase(programs, { url, snapshotId, signal });
    const options = { signal, onBytes };
    const stored = await this.files.store(nameOf(backupId, 'database.dump'), output, options);
    await done;
    return stored;
  }
}

/** An earlier try that was given up may still be writing, so each try has names of its own. */
function nameOf(backupId: string, what: string): string {
  return `${backupFolder(backupId)}${what}-${randomBytes(4).toString('hex')}`;
}

async function timeOf(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('SELECT now()');
  return (rows[0]?.now ?? new Date()).toISOString();
}

/** Counts blobs while they pass. */
class Counted implements AsyncIterable<BackupBlob> {
  count = 0;
  bytes = 0;

  constructor(private readonly blobs: AsyncIterable<BackupBlob>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<BackupBlob, void> {
    for await (const blob of this.blobs) {
      this.count += 1;
      this.bytes += blob.sizeBytes;
      yield blob;
    }
  }
}
