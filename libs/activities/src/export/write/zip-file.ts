import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** The time of every file, so that the same files give the same bytes. Zip files begin at this year. */
const FIXED_TIME = new Date(1980, 0, 1);
const MODE = 0o100644;

/** A file that is to be written into a zip file. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: number;
  /** Whether it is worth it: recordings are compressed already. */
  readonly compress: boolean;
  /** Called when its turn has come. */
  readonly read: () => Readable;
}

/**
 * Writes a zip file, one entry after the other, with few bytes in memory. Large ones are written as
 * ZIP64.
 * @param file is replaced
 * @param last makes an entry once all others are written
 * @param passed sees all bytes of the zip file
 * @throws when an entry cannot be read or has another size than it says; then the file is useless
 */
export async function writeZip(
  file: string,
  entries: readonly ZipEntry[],
  last: () => ZipEntry,
  passed: Transform,
  signal: AbortSignal,
): Promise<void> {
  const zip = new OpenZip();
  const written = pipeline(zip.output, passed, createWriteStream(file), { signal });
  try {
    await Promise.race([zip.failure, Promise.all([written, zip.addAll(entries, last)])]);
  } catch (error) {
    zip.close();
    await written.catch(() => undefined);
    throw error;
  }
  await sync(file);
}

/** A zip file that is being written, of which one entry at a time is open. */
class OpenZip {
  private readonly zip = new ZipFile();
  private open: Readable | null = null;
  /** Rejects when an entry cannot be read. */
  readonly failure = new Promise<never>((_resolve, reject) => this.zip.once('error', reject));

  /** The bytes of the zip file. */
  get output(): NodeJS.ReadableStream {
    return this.zip.outputStream;
  }

  /** The last entry may depend on how the others were read. */
  async addAll(entries: readonly ZipEntry[], last: () => ZipEntry): Promise<void> {
    for (const entry of entries) await this.add(entry);
    await this.add(last());
    this.zip.end();
  }

  /** Gives up: nothing more is read or written. */
  close(): void {
    this.open?.destroy();
    const output = this.zip.outputStream;
    if (output instanceof Readable) output.destroy();
  }

  /** Resolves when the entry has been read. */
  private add({ path, bytes, compress, read }: ZipEntry): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const fixed = { mtime: FIXED_TIME, mode: MODE, forceDosTimestamp: true };
    this.zip.addReadStreamLazy(path, { size: bytes, compress, ...fixed }, (start) => {
      const stream = read();
      this.open = stream;
      stream.once('error', (error) => this.zip.emit('error', error));
      stream.once('end', resolve);
      start(null, stream);
    });
    return promise;
  }
}

/** After a power failure, a renamed file has its bytes only if they were synced before. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
