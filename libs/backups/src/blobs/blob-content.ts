import { AppError } from '#platform';
import { ByteCheck } from '../streams/byte-meter.ts';

/** The content of a recording on its way into a backup: it must be what its hash says. */
export class BlobContent extends ByteCheck {
  constructor(
    blob: { readonly sha256: string; readonly sizeBytes: number },
    onBytes?: (count: number) => void,
  ) {
    super(blob, () => blobMissing(blob.sha256, 'are damaged'), onBytes);
  }
}

/** @param fault completes "The bytes of a recording … in the blob store" */
export function blobMissing(sha256: string, fault: string, cause?: unknown): AppError {
  const message = `The bytes of a recording ${fault} in the blob store.`;
  return new AppError('backup_blob_missing', message, { details: { sha256 }, cause });
}

/** A recording of a backup is not what it should be. */
export function blobDamaged(sha256: string): AppError {
  return new AppError('backup_damaged', 'A recording of the backup is damaged.', {
    details: { sha256 },
  });
}
