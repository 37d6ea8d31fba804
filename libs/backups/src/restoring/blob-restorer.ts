import { AppError } from '#platform';
import type { BlobStore } from '#store';
import type { BackupBlob, BlobPool } from '../blobs/blob-pool.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import type { BackupProgress } from '../making/backup-progress.ts';
import { fromLines } from '../making/blob-list.ts';
import type { Manifest } from '../manifest/manifest.ts';

/** Copies recordings of a backup back into the blob store. It only ever adds. */
export class BlobRestorer {
  constructor(
    private readonly blobs: BlobStore,
    private readonly pool: BlobPool,
    private readonly files: BackupFiles,
  ) {}

  /**
   * Copies what the blob store lacks; what it has is not read.
   * @param unneeded SHA-256 of those that are left out
   * @returns SHA-256 of the recordings that neither has intact
   * @throws AppError of the place or the list; the abort reason
   */
  async restore(
    { blobList }: Manifest,
    unneeded: ReadonlySet<string>,
    progress: BackupProgress,
  ): Promise<readonly string[]> {
    const { signal } = progress;
    const missing: string[] = [];
    for await (const blob of fromLines(await this.files.open(blobList, signal))) {
      signal.throwIfAborted();
      if (unneeded.has(blob.sha256)) continue;
      if ((await this.blobs.sizeOf(blob.sha256)) === blob.sizeBytes) continue;
      if (!(await this.restoreOne(blob, progress))) missing.push(blob.sha256);
    }
    return missing;
  }

  private async restoreOne(
    blob: BackupBlob,
    { signal, onBytes }: BackupProgress,
  ): Promise<boolean> {
    try {
      const content = await this.pool.read(blob, signal);
      const staged = await this.blobs.stage(content, blob.sizeBytes);
      // The stream has failed unless these are the bytes of the hash.
      await staged.keep();
    } catch (error) {
      signal.throwIfAborted();
      if (!isDamage(error)) throw error;
      return false;
    }
    onBytes(blob.sizeBytes);
    return true;
  }
}

/** The store wraps errors of the stream that it reads. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return (
    error.code === 'backup_damaged' || error.code === 'backup_key_wrong' || isDamage(error.cause)
  );
}
