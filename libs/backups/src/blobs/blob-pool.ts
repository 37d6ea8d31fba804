import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { AppError } from '#platform';
import { ByteCheck } from '../streams/byte-meter.ts';
import { joined } from '../streams/joined.ts';
import type { Sealer } from '../files/sealer.port.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';
import { BlobContent, blobDamaged, blobMissing } from './blob-content.ts';
import { blobName, poolFolder, sha256In } from './blob-names.ts';

/** A recording as it should be. */
export interface BackupBlob {
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string;
  /** Size of the content. */
  readonly sizeBytes: number;
}

/**
 * The recordings of all backups that are encrypted with one key. Each is stored once, under the hash of
 * its content, and belongs to every backup whose list names it. They are not compressed: audio and
 * video are already.
 */
export class BlobPool {
  private readonly folder: string;

  constructor(
    private readonly place: BackupPlace,
    private readonly sealer: Sealer,
  ) {
    this.folder = poolFolder(sealer.keyId);
  }

  /** Whether a recording is stored with its right size; its bytes are not read. */
  async has(blob: BackupBlob): Promise<boolean> {
    const storedBytes = await this.place.sizeOf(this.nameOf(blob.sha256));
    return storedBytes === this.sealer.sealedBytes(blob.sizeBytes);
  }

  /**
   * What is stored, found by listing, which is far less work than to ask for each recording.
   * @returns stored size in bytes by SHA-256
   */
  async stored(): Promise<ReadonlyMap<string, number>> {
    const sizes = new Map<string, number>();
    for await (const { name, sizeBytes } of this.place.list(this.folder)) {
      const sha256 = sha256In(name, this.sealer.suffix);
      if (sha256 !== null) sizes.set(sha256, sizeBytes);
    }
    return sizes;
  }

  /** Whether a listing of {@link stored} has a recording with its right size. */
  isAmong(stored: ReadonlyMap<string, number>, blob: BackupBlob): boolean {
    return stored.get(blob.sha256) === this.sealer.sealedBytes(blob.sizeBytes);
  }

  /**
   * Stores a recording, whether or not there is one already.
   * @param content is consumed
   * @param onBytes is told of each chunk of the content, in bytes
   * @throws AppError `backup_blob_missing` when the content cannot be read, or is not what it should be;
   *   nothing is stored then. Errors of the place, and the abort reason.
   */
  async put(
    blob: BackupBlob,
    content: Readable,
    signal: AbortSignal,
    onBytes?: (count: number) => void,
  ): Promise<void> {
    const check = new BlobContent(blob, onBytes);
    const sealed = joined(content, [check], this.sealer.seal(), signal);
    try {
      await this.place.write(this.nameOf(blob.sha256), sealed, signal);
    } catch (error) {
      signal.throwIfAborted();
      // Errors of the place are AppErrors; any other is one of the blob store.
      if (error instanceof AppError) throw error;
      throw blobMissing(blob.sha256, 'cannot be read', error);
    }
  }

  /**
   * Reads a recording. Whoever reads to the end has read the right bytes; otherwise the stream fails
   * with AppError `backup_damaged`.
   * @throws AppError `backup_damaged` when there is none, `backup_place_unavailable`; the abort reason
   */
  async read(blob: BackupBlob, signal: AbortSignal): Promise<Readable> {
    const source = await this.place.read(this.nameOf(blob.sha256));
    const check = new ByteCheck(blob, () => blobDamaged(blob.sha256));
    return joined(source, [this.sealer.open()], check, signal);
  }

  /**
   * Reads and hashes a recording.
   * @throws AppError `backup_place_unavailable`; the abort reason
   */
  async verify(blob: BackupBlob, signal: AbortSignal): Promise<'ok' | 'damaged' | 'missing'> {
    if ((await this.place.sizeOf(this.nameOf(blob.sha256))) === null) return 'missing';
    try {
      const content = await this.read(blob, signal);
      await finished(content.resume());
      return 'ok';
    } catch (error) {
      if (isDamage(error)) return 'damaged';
      throw error;
    }
  }

  /**
   * Removes recordings that no backup needs.
   * @param isNeeded by SHA-256
   * @returns how many were removed
   */
  async removeUnreferenced(
    isNeeded: (sha256: string) => boolean,
    signal: AbortSignal,
  ): Promise<number> {
    let removed = 0;
    for (const sha256 of (await this.stored()).keys()) {
      signal.throwIfAborted();
      if (isNeeded(sha256)) continue;
      await this.place.remove(this.nameOf(sha256));
      removed += 1;
    }
    return removed;
  }

  private nameOf(sha256: string): string {
    return blobName(this.folder, sha256, this.sealer.suffix);
  }
}

/** Within a pool, all is sealed with its key, so another key means that the beginning was changed. */
function isDamage(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.code === 'backup_damaged' || error.code === 'backup_key_wrong')
  );
}
