import { AppError } from '#platform';
import type { BlobPool } from '../blobs/blob-pool.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';
import { databaseSizeBytes } from '../postgres/database-size.ts';
import { onConnection } from '../postgres/on-connection.ts';
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
    /** URL of the database. */
    private readonly url: string,
    private readonly place: BackupPlace,
    private readonly pool: BlobPool,
  ) {}

  /** @throws AppError `backup_place_full` when the place has less free space than is needed */
  async measure(full: boolean, signal: AbortSignal): Promise<StepSizes> {
    const dump = await databaseSizeBytes(this.url);
    const { newBytes, knownBytes } = await this.blobs(signal);
    await this.expectSpace(dump + newBytes);
    const verifiedKnown = full ? knownBytes : Math.round(knownBytes * VERIFIED_SHARE);
    return { dump, copy: newBytes, verify: dump + newBytes + verifiedKnown };
  }

  private async blobs(signal: AbortSignal) {
    const stored = await this.pool.stored();
    const sums = { newBytes: 0, knownBytes: 0 };
    await onConnection(this.url, async (client) => {
      await client.query('BEGIN READ ONLY');
      for await (const blob of referencedBlobs(client)) {
        signal.throwIfAborted();
        const isKnown = this.pool.isAmong(stored, blob);
        sums[isKnown ? 'knownBytes' : 'newBytes'] += blob.sizeBytes;
      }
    });
    return sums;
  }

  /** The dump is compressed, so this asks for more than is needed. */
  private async expectSpace(neededBytes: number): Promise<void> {
    const freeBytes = await this.place.freeBytes();
    if (freeBytes === null || freeBytes >= neededBytes) return;
    const message = `${this.place.label} has ${freeBytes} bytes free; the backup may need ${neededBytes}.`;
    throw new AppError('backup_place_full', message, { details: { freeBytes, neededBytes } });
  }
}
