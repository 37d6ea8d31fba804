import { isInVerifiedShare } from '#domain';
import { AppError } from '#platform';
import type { BlobPool } from '../blobs/blob-pool.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import type { StoredFile } from '../manifest/manifest.ts';
import type { BackupProgress } from './backup-progress.ts';
import { BLOBS_TOGETHER } from './blob-copier.ts';
import { fromLines } from './blob-list.ts';
import { forEachTogether } from './for-each-together.ts';

/** Which recordings are read and hashed. */
export interface BlobSelection {
  /** All of them. */
  readonly full: boolean;
  /** Which share of those that earlier backups have checked; grows by one with each backup. */
  readonly round: number;
  /** The list of recordings of an earlier good backup; `null` when there is none. */
  readonly earlier: StoredFile | null;
}

/** The outcome of checking the recordings of a backup. */
export interface VerifiedBlobs {
  readonly checked: number;
  /** Recordings that the pool does not have. */
  readonly missing: readonly string[];
  /** Recordings whose bytes in the pool are not what was copied. */
  readonly damaged: readonly string[];
}

/** Whether bytes of a backup are not what was written. */
export function isDamage(error: unknown): boolean {
  return error instanceof AppError && error.code === 'backup_damaged';
}

/** Checks the recordings of a backup in the pool. */
export class BlobVerifier {
  constructor(
    private readonly pool: BlobPool,
    private readonly files: BackupFiles,
  ) {}

  /** Reads and hashes the selected recordings; of the others only their presence is checked. */
  async verify(
    list: StoredFile,
    selection: BlobSelection,
    { signal, onBytes }: BackupProgress,
  ): Promise<VerifiedBlobs> {
    const stored = await this.pool.stored();
    const known = await this.knownBlobs(selection, signal);
    const missing: string[] = [];
    const damaged: string[] = [];
    let checked = 0;
    const listed = fromLines(await this.files.open(list, signal));
    await forEachTogether(listed, BLOBS_TOGETHER, async (blob) => {
      signal.throwIfAborted();
      if (!this.pool.isAmong(stored, blob)) missing.push(blob.sha256);
      else if (isSelected(blob.sha256, selection, known)) {
        checked += 1;
        if ((await this.pool.verify(blob, signal)) !== 'ok') damaged.push(blob.sha256);
        onBytes(blob.sizeBytes);
      }
    });
    return { checked, missing, damaged };
  }

  /** Which recordings an earlier backup has checked. */
  private async knownBlobs(
    { full, earlier }: BlobSelection,
    signal: AbortSignal,
  ): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    if (full || earlier === null) return known;
    try {
      for await (const { sha256 } of fromLines(await this.files.open(earlier, signal))) {
        known.add(sha256);
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
      // Damage of an earlier backup is none of this one, but then nothing is known to be checked.
      return new Set();
    }
    return known;
  }
}

function isSelected(
  sha256: string,
  { full, round }: BlobSelection,
  known: ReadonlySet<string>,
): boolean {
  return full || !known.has(sha256) || isInVerifiedShare(sha256, round);
}
