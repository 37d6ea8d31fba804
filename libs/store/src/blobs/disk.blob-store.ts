import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { ErrorCode } from '#contracts/model';
import { AppError, syncFolder, systemCode } from '#platform';
import { storageErrorOf } from './storage-error.ts';
import type { BlobStore, ByteRange, StagedBlob } from './blob-store.port.ts';

/** Unfinished uploads older than this belong to a process that has died. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;

/** A file system that is full takes an empty file, but no bytes. */
const PROBE = Buffer.alloc(4096);

/** Fewer and larger reads than Node's default take half of the processor time. */
const READ_BYTES = 512 * 1024;

/** Stores blobs as files: `sha256/ab/abcdef…`, and unfinished ones in `incoming/`. */
export class DiskBlobStore implements BlobStore {
  protected readonly incoming: string;

  /** @param folder root of the store; created when it is first needed */
  constructor(private readonly folder: string) {
    this.incoming = path.join(folder, 'incoming');
  }

  async stage(
    stream: Readable,
    limitBytes: number,
    tooLarge: ErrorCode = 'clip_too_large',
  ): Promise<StagedBlob> {
    // Without a listener, a stream that breaks before it is read would end the process. Reading it
    // reports the error anyway.
    stream.on('error', () => undefined);
    const file = path.join(this.incoming, randomUUID());
    const meter = new Meter(limitBytes, tooLarge);
    try {
      await fs.mkdir(this.incoming, { recursive: true });
      await writeFile(file, stream, meter);
    } catch (error) {
      stream.destroy();
      await fs.rm(file, { force: true }).catch(() => undefined);
      throw storageErrorOf(error);
    }
    const sha256 = meter.digest();
    return {
      sha256,
      sizeBytes: meter.sizeBytes,
      keep: () => inStorage(() => this.keep(file, sha256)),
      discard: () => fs.rm(file, { force: true }),
    };
  }

  async sizeOf(sha256: string): Promise<number | null> {
    try {
      return (await fs.stat(this.pathOf(sha256))).size;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  read(sha256: string, range?: ByteRange): Readable {
    return createReadStream(this.pathOf(sha256), { ...range, highWaterMark: READ_BYTES });
  }

  async localPath(sha256: string): Promise<string> {
    if ((await this.sizeOf(sha256)) !== null) return this.pathOf(sha256);
    throw new AppError(
      'clip_bytes_missing',
      'The bytes of this recording are not in the blob store.',
      {
        details: { sha256 },
      },
    );
  }

  async remove(sha256: string): Promise<void> {
    const file = this.pathOf(sha256);
    if ((await this.sizeOf(sha256)) === null) return;
    await fs.rm(file, { force: true });
    await syncFolder(path.dirname(file));
  }

  async removeLeftovers(): Promise<void> {
    const names = await fs.readdir(this.incoming).catch(() => []);
    for (const name of names) {
      const file = path.join(this.incoming, name);
      const stat = await fs.stat(file).catch(() => null);
      if (stat && Date.now() - stat.mtimeMs > LEFTOVER_AGE_MS) await fs.rm(file, { force: true });
    }
  }

  async check(): Promise<void> {
    const file = path.join(this.incoming, `.${randomUUID()}`);
    await inStorage(async () => {
      await fs.mkdir(this.incoming, { recursive: true });
      try {
        await fs.writeFile(file, PROBE);
      } finally {
        await fs.rm(file, { force: true });
      }
    });
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, 'sha256', sha256.slice(0, 2), sha256);
  }

  private async keep(file: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    const folder = path.dirname(target);
    const made = await fs.mkdir(folder, { recursive: true });
    await fs.rename(file, target);
    await syncFolder(folder);
    if (made !== undefined) await syncFoldersAbove(folder, path.dirname(made));
  }
}

/** @throws AppError `storage_full`, `storage_unavailable` */
async function inStorage<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    throw storageErrorOf(error);
  });
}

/** Counts and hashes received bytes, and throws over the limit. */
class Meter {
  private readonly hash = createHash('sha256');
  sizeBytes = 0;

  constructor(
    private readonly limitBytes: number,
    private readonly tooLarge: ErrorCode,
  ) {}

  take(chunk: Uint8Array): void {
    this.sizeBytes += chunk.length;
    this.hash.update(chunk);
    if (this.sizeBytes <= this.limitBytes) return;
    const { limitBytes } = this;
    const message = `The file is larger than the limit of ${limitBytes} bytes.`;
    throw new AppError(this.tooLarge, message, { details: { limitBytes } });
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

/** Writes one chunk at a time, so that a slow disk puts back-pressure on a fast sender. */
async function writeFile(file: string, stream: Readable, meter: Meter): Promise<void> {
  const handle = await fs.open(file, 'wx');
  try {
    for await (const chunk of chunksOf(stream)) {
      meter.take(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Read errors are the sender's and become `upload_interrupted`; write errors are ours. */
async function* chunksOf(stream: Readable): AsyncGenerator<Buffer, void> {
  const chunks: AsyncIterable<Buffer> = stream;
  try {
    yield* chunks;
  } catch (error) {
    throw interrupted(error);
  }
}

/** New folders survive a power failure only after their parent folders have been synced. */
async function syncFoldersAbove(folder: string, topmost: string): Promise<void> {
  const above = path.dirname(folder);
  await syncFolder(above);
  if (above !== topmost) await syncFoldersAbove(above, topmost);
}

function interrupted(cause: unknown): AppError {
  return new AppError('upload_interrupted', 'The upload ended before the file was complete.', {
    cause,
  });
}
