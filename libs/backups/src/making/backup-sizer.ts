import { statfs } from 'node:fs/promises';
import { AppError } from '#platform';
import type { BlobPool } from '../blobs/blob-pool.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';
import { databaseSizeBytes } from '../postgres/database-size.ts';
import { onConnection } from '../postgres/on-connection.ts';
import { referencedBlobs } from './blob-list.ts';
import type { DumpedDatabase } from './database-dumper.ts';

/** What the steps of a backup read and write, in bytes; estimates. */
export interface StepSizes {
  readonly dump: number;
  readonly copy: number;
  readonly verify: number;
}

/** Without an earlier backup all recordings are verified, otherwise new ones and this share. */
const VERIFIED_SHARE = 1 / 14;

/** Estimates the size of a backup before it is made. */
export class BackupSizer {
  constructor(
    private readonly database: Pick<DumpedDatabase, 'url' | 'folder'>,
    private readonly place: BackupPlace,
    private readonly pool: BlobPool,
  ) {}

  /** @throws AppError `backup_place_full` when the place has less free space than is needed */
  async measure(full: boolean, signal: AbortSignal): Promise<StepSizes> {
    const dump = await databaseSizeBytes(this.database.url);
    const { newBytes, knownBytes } = await this.blobs(signal);
    await this.expectSpace(dump, newBytes);
    const verifiedKnown = full ? knownBytes : Math.round(knownBytes * VERIFIED_SHARE);
    return { dump, copy: newBytes, verify: dump + newBytes + verifiedKnown };
  }

  private async blobs(signal: AbortSignal) {
    const stored = await this.pool.stored();
    const sums = { newBytes: 0, knownBytes: 0 };
    await onConnection(this.database.url, async (client) => {
      await client.query('BEGIN READ ONLY');
      for await (const blob of referencedBlobs(client)) {
        signal.throwIfAborted();
        const isKnown = this.pool.isAmong(stored, blob);
        sums[isKnown ? 'knownBytes' : 'newBytes'] += blob.sizeBytes;
      }
    });
    return sums;
  }

  /**
   * A dump is compressed, so this asks for more than is needed. It is restored once next to the
   * database, which takes as much space again.
   */
  private async expectSpace(dumpBytes: number, newBytes: number): Promise<void> {
    const { label } = this.place;
    expectFree(label, await this.place.freeBytes(), dumpBytes + newBytes);
    const { folder } = this.database;
    if (folder === null) return;
    const { bavail, bsize } = await statfs(folder);
    expectFree(`The disk of the database, ${folder},`, bavail * bsize, dumpBytes);
  }
}

function expectFree(where: string, freeBytes: number | null, neededBytes: number): void {
  if (freeBytes === null || freeBytes >= neededBytes) return;
  const message = `${where} has ${freeBytes} bytes free; the backup may need ${neededBytes}.`;
  throw new AppError('backup_place_full', message, { details: { freeBytes, neededBytes } });
}
