import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import {
  changedArchive,
  invalidArchive,
  readingArchive,
  tooLargeArchive,
} from './archive-error.ts';

/** How much an export may have. */
export interface ArchiveLimits {
  readonly entries: number;
  /** It may always unpack to this size. */
  readonly unpackedBytes: number;
  /** A larger one may unpack to this many times its size. */
  readonly unpackedTimes: number;
}

/** 20,000 conversations have about 120,000 files; text shrinks to a tenth. */
const LIMITS: ArchiveLimits = { entries: 200_000, unpackedBytes: 1024 ** 3, unpackedTimes: 20 };

/** Strict about names and sizes; it never reads ahead. */
const STRICT = {
  ...{ autoClose: false, lazyEntries: true, decodeStrings: true },
  ...{ validateEntrySizes: true, strictFileNames: true },
} as const;

/** What is known of an entry before it is read. */
interface ArchiveEntry {
  readonly bytes: number;
  readonly entry: Entry;
}

/** A zip file of which any entry can be read, with few bytes in memory. */
export class ArchiveFile {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, ArchiveEntry>,
  ) {}

  /**
   * Opens a zip file and reads the list of what is in it.
   * @throws AppError `import_archive_invalid` when it is damaged, encrypted, or names files outside;
   * `import_archive_too_large`
   */
  static async open(file: string, limits: ArchiveLimits = LIMITS): Promise<ArchiveFile> {
    return readingArchive(async () => {
      const zip = await openPromise(file, STRICT);
      // Without a listener, an error after the list was read would end the process.
      zip.on('error', () => undefined);
      try {
        return new ArchiveFile(zip, await entriesOf(zip, limits));
      } catch (error) {
        zip.close();
        throw error;
      }
    });
  }

  close(): void {
    this.zip.close();
  }

  /** Paths of all files. */
  get paths(): Iterable<string> {
    return this.entries.keys();
  }

  /** Size of a file, unpacked; `null` when it is not there. */
  sizeOf(path: string): number | null {
    return this.entries.get(path)?.bytes ?? null;
  }

  /** Reads a file. Its size is compared with what the zip file says of it. */
  async read(path: string): Promise<Readable> {
    const found = this.entries.get(path);
    if (found === undefined) throw changedArchive(`The file ${path} is not in it.`);
    return readingArchive(() => this.zip.openReadStreamPromise(found.entry));
  }

  /**
   * Reads all of a file for its hash, and compares its checksum with that of the zip file.
   * @param passed is told how many bytes were read
   * @throws AppError `import_archive_invalid` when it is damaged
   */
  async hashOf(
    path: string,
    signal: AbortSignal,
    passed: (bytes: number) => void,
  ): Promise<string> {
    const hash = createHash('sha256');
    let checksum = 0;
    const stream: AsyncIterable<Buffer> = await this.read(path);
    await readingArchive(async () => {
      for await (const chunk of stream) {
        signal.throwIfAborted();
        hash.update(chunk);
        checksum = crc32(chunk, checksum);
        passed(chunk.length);
      }
    });
    if (checksum !== this.entries.get(path)?.entry.crc32) {
      throw invalidArchive(`The file ${path} is damaged.`);
    }
    return hash.digest('hex');
  }
}

async function entriesOf(
  zip: ZipFile,
  limits: ArchiveLimits,
): Promise<ReadonlyMap<string, ArchiveEntry>> {
  if (zip.entryCount > limits.entries) throw tooMany(limits);
  const entries = new Map<string, ArchiveEntry>();
  const most = Math.max(limits.unpackedBytes, limits.unpackedTimes * zip.fileSize);
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName: path, uncompressedSize: bytes } = entry;
    if (path.endsWith('/') && bytes === 0) continue;
    requireReadable(entry, entries);
    unpacked += bytes;
    if (unpacked > most) throw tooLargeArchive(`It unpacks to more than ${most} bytes.`);
    entries.set(path, { bytes, entry });
    if (entries.size > limits.entries) throw tooMany(limits);
  }
  return entries;
}

function requireReadable(entry: Entry, others: ReadonlyMap<string, unknown>): void {
  const { fileName: path } = entry;
  if (path.includes('\0')) throw invalidArchive('A name of a file in it has a null character.');
  if (others.has(path)) throw invalidArchive(`The file ${path} is in it twice.`);
  if (entry.isEncrypted()) throw invalidArchive(`The file ${path} is encrypted.`);
  if (entry.canDecodeFileData()) return;
  throw invalidArchive(`The file ${path} is compressed in a way that is not known.`);
}

function tooMany({ entries }: ArchiveLimits): Error {
  return tooLargeArchive(`It has more than ${entries} files.`);
}
