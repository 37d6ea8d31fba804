import { createHash } from 'node:crypto';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { CollectedFile } from './collected-export.schema.ts';

/** Text is written in pieces of about this size. */
const BUFFER_CHARACTERS = 256 * 1024;

/** Writes the texts of an export into files of a folder, with their sizes and hashes. */
export class CollectedFiles {
  readonly files: CollectedFile[] = [];
  private texts = 0;

  /** @param signal stops the work between two pieces of text */
  constructor(
    private readonly folder: string,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Writes a text, piece by piece.
   * @param filePath in the export
   */
  async text(filePath: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const stored = String((this.texts += 1));
    const handle = await fs.open(path.join(this.folder, stored), 'wx');
    try {
      this.files.push({ path: filePath, stored, ...(await this.write(handle, pieces)) });
    } finally {
      await handle.close();
    }
  }

  /** Adds a file whose bytes are in the blob store, unless they are no longer kept. */
  blob(filePath: string, { sizeBytes: bytes, sha256, audioRemovedAt = null }: BlobRef): void {
    const removed = audioRemovedAt === null ? {} : { removed: true };
    this.files.push({ path: filePath, stored: null, bytes, sha256, ...removed });
  }

  private async write(
    handle: FileHandle,
    pieces: AsyncIterable<string> | Iterable<string>,
  ): Promise<Pick<CollectedFile, 'bytes' | 'sha256'>> {
    const hash = createHash('sha256');
    let bytes = 0;
    let buffer = '';
    const flush = async () => {
      this.signal.throwIfAborted();
      const chunk = Buffer.from(buffer);
      buffer = '';
      bytes += chunk.length;
      hash.update(chunk);
      await handle.writeFile(chunk);
    };
    for await (const piece of pieces) {
      buffer += piece;
      if (buffer.length >= BUFFER_CHARACTERS) await flush();
    }
    await flush();
    return { bytes, sha256: hash.digest('hex') };
  }
}

/** Bytes that were uploaded. */
export interface BlobRef {
  readonly sizeBytes: number;
  readonly sha256: string;
  /** When a recording was removed; `null` or missing while it is there. */
  readonly audioRemovedAt?: Date | null;
}
