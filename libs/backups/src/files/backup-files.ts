import type { Readable, Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { AppError } from '#platform';
import type { StoredFile } from '../manifest/manifest.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';
import { ByteCheck, ByteMeter } from '../streams/byte-meter.ts';
import { joined } from '../streams/joined.ts';
import { fileDamaged, OpenedFile } from './opened-file.ts';
import type { Sealer } from './sealer.port.ts';

const COMPRESSED = '.zst';
/** The default of the `zstd` program: about as fast as a disk. */
const LEVEL = 3;

/** How a file is stored. */
export interface StoreOptions {
  readonly signal: AbortSignal;
  /** Whether it is worth compressing; true by default. */
  readonly compress?: boolean;
  /** Is told of each chunk of the content, in bytes. */
  readonly onBytes?: (count: number) => void;
}

/** Files of backups: compressed, encrypted, and checked against what the manifest says of them. */
export class BackupFiles {
  constructor(
    private readonly place: BackupPlace,
    private readonly sealer: Sealer,
  ) {}

  /**
   * Stores a file; memory holds a few chunks of it.
   * @param name path within the place; suffixes of how it is stored are added
   * @param content is consumed
   * @returns what the manifest has to say of it
   * @throws the error of `content`, of the place, or the abort reason; nothing is stored then
   */
  async store(name: string, content: Readable, options: StoreOptions): Promise<StoredFile> {
    const { signal, compress = true } = options;
    const read = new ByteMeter(options.onBytes);
    const stored = new ByteMeter();
    const packing = [...(compress ? [compressor()] : []), this.sealer.seal()];
    const fullName = `${name}${compress ? COMPRESSED : ''}${this.sealer.suffix}`;
    const bytes = joined(content, [read, ...packing], stored, signal);
    const storedBytes = await this.place.write(fullName, bytes, signal);
    return {
      name: fullName,
      storedBytes,
      storedSha256: hashOf(stored),
      bytes: read.sizeBytes,
      sha256: hashOf(read),
    };
  }

  /**
   * Reads the content of a file. Whoever reads to the end has read what was stored: the stream fails
   * with `backup_damaged` unless size and hash of the stored bytes and of the content match, and as
   * soon as there is more content than stated.
   * @throws AppError `backup_damaged`, `backup_key_wrong`, `backup_place_unavailable`, also as errors
   *   of the stream; the abort reason
   */
  async open(file: StoredFile, signal: AbortSignal): Promise<Readable> {
    const source = await this.place.read(file.name);
    const stored = this.storedCheck(file);
    const unpacking: Transform[] = [this.sealer.open()];
    if (file.name.includes(COMPRESSED)) unpacking.push(createZstdDecompress());
    const content = new OpenedFile(file, {
      areStoredRight: () => endsWell(stored),
      isStoredIntact: () => this.isIntact(file, signal),
    });
    return joined(source, [stored, ...unpacking], content, signal);
  }

  /**
   * Reads the stored bytes of a file and compares their size and hash, without the key.
   * @throws AppError `backup_damaged`, `backup_place_unavailable`; the abort reason
   */
  async verifyStored(file: StoredFile, signal: AbortSignal): Promise<void> {
    const source = await this.place.read(file.name);
    const bytes = joined(source, [], this.storedCheck(file), signal);
    await finished(bytes.resume());
  }

  private async isIntact(file: StoredFile, signal: AbortSignal): Promise<boolean> {
    try {
      await this.verifyStored(file, signal);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'backup_damaged') return false;
      throw error;
    }
  }

  private storedCheck(file: StoredFile): ByteCheck {
    const { storedBytes: sizeBytes, storedSha256: sha256 } = file;
    return new ByteCheck({ sizeBytes, sha256 }, () => fileDamaged(file));
  }
}

function compressor(): Transform {
  return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });
}

async function endsWell(stream: Transform): Promise<boolean> {
  try {
    await finished(stream);
    return true;
  } catch {
    return false;
  }
}

function hashOf(meter: ByteMeter): string {
  if (meter.sha256 !== null) return meter.sha256;
  throw new Error('a file was stored before all of it was read');
}
