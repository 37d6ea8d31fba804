import { Readable } from 'node:stream';
import { backupsToPrune, type KeepRule } from '#domain';
import { removeOtherPools } from '../blobs/blob-names.ts';
import type { BlobPool } from '../blobs/blob-pool.ts';
import {
  isGood,
  takenAtMs,
  type BackupCatalog,
  type CompleteBackup,
} from '../catalog/backup-catalog.ts';
import type { BackupFiles } from '../files/backup-files.ts';
import type { Sealer } from '../files/sealer.port.ts';
import { verificationName, type Verification } from '../manifest/manifest.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';
import { fromLines } from './blob-list.ts';
import { isDamage } from './blob-verifier.ts';
import type { Drafts } from './draft.ts';

/** Removes backups that need not be kept, and recordings that no backup refers to. */
export class BackupPruner {
  constructor(
    private readonly place: { readonly place: BackupPlace; readonly sealer: Sealer },
    private readonly catalog: BackupCatalog,
    private readonly drafts: Drafts,
    private readonly pool: BlobPool,
    private readonly files: BackupFiles,
  ) {}

  /**
   * @param nowMs milliseconds since the epoch
   * @returns ids of the removed backups
   */
  async prune(keep: KeepRule, nowMs: number, signal: AbortSignal): Promise<readonly string[]> {
    const { backups } = await this.catalog.read();
    const prunable = backups.map((backup) => {
      const { id, bytes } = backup;
      return { id, bytes, takenAtMs: takenAtMs(backup), isGood: isGood(backup) };
    });
    const removed = backupsToPrune(prunable, keep, nowMs);
    for (const id of removed) {
      signal.throwIfAborted();
      await this.drafts.removeAll(id);
    }
    await this.removeUnreferenced(signal);
    return removed;
  }

  /** What a backup that cannot be read refers to is not known, so then nothing is removed. */
  private async removeUnreferenced(signal: AbortSignal): Promise<void> {
    const { backups, unreadable } = await this.catalog.read();
    if (unreadable.length > 0) return;
    const { place, sealer } = this.place;
    const keyIds = new Set([sealer.keyId, ...backups.map(({ manifest }) => manifest.keyId)]);
    await removeOtherPools(place, keyIds, signal);
    const referenced = await this.referencedBy(backups, signal);
    if (referenced === null) return;
    await this.pool.removeUnreferenced((sha256) => referenced.has(sha256), signal);
  }

  /** The recordings that backups need; `null` when one of them cannot say, which is then damaged. */
  private async referencedBy(
    backups: readonly CompleteBackup[],
    signal: AbortSignal,
  ): Promise<ReadonlySet<string> | null> {
    const referenced = new Set<string>();
    for (const { id, manifest, verification } of backups) {
      if (manifest.keyId !== this.place.sealer.keyId) continue;
      try {
        const blobs = fromLines(await this.files.open(manifest.blobList, signal));
        for await (const { sha256 } of blobs) referenced.add(sha256);
      } catch (error) {
        if (!isDamage(error)) throw error;
        await this.markDamaged(id, verification, signal);
        return null;
      }
    }
    return referenced;
  }

  private async markDamaged(
    backupId: string,
    verification: Verification,
    signal: AbortSignal,
  ): Promise<void> {
    const differences = ['The list of its recordings cannot be read.'];
    const damage: Verification = {
      ...verification,
      at: new Date().toISOString(),
      ok: false,
      differences,
    };
    const content = Readable.from([Buffer.from(JSON.stringify(damage))]);
    await this.place.place.write(verificationName(backupId), content, signal);
  }
}
