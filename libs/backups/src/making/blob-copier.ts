import { AppError } from '#platform';
import type { BlobStore } from '#store';
import type { BackupBlob, BlobPool } from '../blobs/blob-pool.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import type { BackupProgress } from './backup-progress.ts';
import { fromLines } from './blob-list.ts';
import { forEachTogether } from './for-each-together.ts';
import type { Draft } from './draft.ts';

/** Small recordings mostly wait for the disk to be synced, or for the network. */
export const BLOBS_TOGETHER = 4;

/** Copies the recordings of a backup into the pool that all backups share. */
export class BlobCopier {
  constructor(
    private readonly blobs: BlobStore,
    private readonly pool: BlobPool,
    private readonly files: BackupFiles,
  ) {}

  /**
   * Copies what the pool does not have; what it has is not read.
   * @returns SHA-256 of the recordings whose bytes are missing or are not what was uploaded
   * @throws AppError of the place
   */
  async copy({ blobList }: Draft, progress: BackupProgress): Promise<readonly string[]> {
    const { signal } = progress;
    const stored = await this.pool.stored();
    const missing: string[] = [];
    const listed = fromLines(await this.files.open(blobList, signal));
    await forEachTogether(listed, BLOBS_TOGETHER, async (blob) => {
      signal.throwIfAborted();
      if (this.pool.isAmong(stored, blob)) return;
      if (!(await this.copyOne(blob, progress))) missing.push(blob.sha256);
    });
    return missing;
  }

  private async copyOne(blob: BackupBlob, { signal, onBytes }: BackupProgress): Promise<boolean> {
    if ((await this.blobs.sizeOf(blob.sha256)) === null) return false;
    try {
      await this.pool.put(blob, this.blobs.read(blob.sha256), signal, onBytes);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'backup_blob_missing') return false;
      throw error;
    }
  }
}
