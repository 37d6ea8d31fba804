import type { TransformCallback } from 'node:stream';
import { AppError, systemCode } from '#platform';
import type { StoredFile } from '../manifest/manifest.ts';
import { ByteCheck } from '../streams/byte-meter.ts';

/** What an {@link OpenedFile} asks about the stored bytes that it comes from. */
export interface StoredBytes {
  /** Resolves once all of them have passed: whether they are right. */
  readonly areStoredRight: () => Promise<boolean>;
  /** Reads them once more, and compares size and hash. */
  readonly isStoredIntact: () => Promise<boolean>;
}

/** The content of a file of a backup, at the end of the streams that decrypt and decompress it. */
export class OpenedFile extends ByteCheck {
  constructor(
    private readonly file: StoredFile,
    private readonly stored: StoredBytes,
  ) {
    super({ sizeBytes: file.bytes, sha256: file.sha256 }, () => fileDamaged(file));
  }

  override _flush(done: TransformCallback): void {
    // A decompressor may end before its input does, and whatever follows must be checked as well.
    void this.stored.areStoredRight().then((isRight) => {
      if (isRight) super._flush(done);
      else done(fileDamaged(this.file));
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.explain(error).then(done, done);
  }

  /** Errors of the decompressor mean that the file was changed, and so may one of the key. */
  private async explain(error: Error | null): Promise<Error | null> {
    if (isOfDecompressor(error)) return fileDamaged(this.file, error);
    if (!(error instanceof AppError) || error.code !== 'backup_key_wrong') return error;
    return (await this.stored.isStoredIntact()) ? error : fileDamaged(this.file, error);
  }
}

function isOfDecompressor(error: Error | null): boolean {
  return /^(ZSTD|Z)_/.test(systemCode(error) ?? '');
}

/** A file of a backup is not what the manifest says. */
export function fileDamaged(file: StoredFile, cause?: unknown): AppError {
  return new AppError('backup_damaged', `${file.name} is not what was backed up.`, {
    details: { name: file.name },
    cause,
  });
}
