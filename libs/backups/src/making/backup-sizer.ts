import type { Pool } from 'pg';
import { AppError } from '#platform';
import type { BlobPool } from '../blobs/blob-pool.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';
import { databaseBytes } from '../postgres/database-size.ts';
import { referencedBlobs } from './blob-list.ts';

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
    private readonly database: Pool,
    private readonly place: BackupPlace,
    private readonly pool: BlobPool,
  ) {}

  /** @throws AppError `backup_place_full` when the place has less free space than is needed */
  async measure(full: boolean, signal: AbortSignal): Promise<StepSizes> {
    const dump = await databaseBytes(this.database);
    const { newBytes, knownBytes } = await this.blobs(signal);
    await this.expectSpace(dump + newBytes);
    const verifiedKnown = full ? knownBytes : Math.round(knownBytes * VERIFIED_SHARE);
    return { dump, copy: newBytes, verify: dump + newBytes + verifiedKnown };
  }

  private async blobs(signal: AbortSignal) {
    const present = await this.pool.list();
    const client = await this.database.connect();
    const sums = { newBytes: 0, knownBytes: 0 };
    try {
      await client.query('BEGIN READ ONLY');
      for await (const { sha256, bytes } of referencedBlobs(client)) {
        signal.throwIfAborted();
        sums[present.has(sha256) ? 'knownBytes' : 'newBytes'] += bytes;
      }
      await client.query('COMMIT');
      return sums;
    } finally {
      client.release(true);
    }
  }

  /** The dump is compressed, so this asks for more than is needed. */
  private async expectSpace(neededBytes: number): Promise<void> {
    const freeBytes = await this.place.freeBytes();
    if (freeBytes === null || freeBytes >= neededBytes) return;
    const message = `${this.place.label} has ${freeBytes} bytes free; the backup may need ${neededBytes}.`;
    throw new AppError('backup_place_full', message, { details: { freeBytes, neededBytes } });
  }
}
