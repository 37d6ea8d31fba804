import type { Readable } from 'node:stream';
import { AppError } from '#platform';
import type { BlobStore } from '#store';
import type { BlobPool } from '../blobs/blob-pool.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import type { BackupProgress } from './backup-progress.ts';
import { fromLines, type ListedBlob } from './blob-list.ts';
import type { Draft } from './draft.ts';

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
    const { signal, onBytes } = progress;
    const present = await this.pool.list();
    const missing: string[] = [];
    for await (const blob of fromLines(this.files.open(blobList, signal))) {
      signal.throwIfAborted();
      if (present.has(blob.sha256)) continue;
      const isCopied = await this.copyOne(blob, signal);
      if (!isCopied) missing.push(blob.sha256);
      onBytes(blob.bytes);
    }
    return missing;
  }

  private async copyOne({ sha256, bytes }: ListedBlob, signal: AbortSignal): Promise<boolean> {
    if ((await this.blobs.sizeOf(sha256)) === null) return false;
    const content: Readable = this.blobs.read(sha256);
    try {
      await this.pool.put(sha256, bytes, content, signal);
      return true;
    } catch (error) {
      content.destroy();
      if (error instanceof AppError && error.code === 'backup_blob_missing') return false;
      throw error;
    }
  }
}
