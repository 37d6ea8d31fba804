import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { EXPORT_FILES, type ExportManifest } from '#contracts/export';
import { ByteMeter, type BackupProgress } from '#backups';
import type { BlobStore } from '#store';
import type { CollectedExport, CollectedFile } from '../collect/collected-export.schema.ts';
import { manifestOf, type ProductVersions } from './manifest.ts';
import { writeZip, type ZipEntry } from './zip-file.ts';

/** A zip file that was written. */
export interface WrittenZip {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly problems: ExportManifest['problems'];
}

/** Writes the zip file of a collected export, and notes which bytes are not what was uploaded. */
export class ExportWriter {
  private readonly files: ExportManifest['files'] = [];
  private readonly problems: ExportManifest['problems'] = [];

  /** @param folder of the collected files */
  constructor(
    private readonly collected: CollectedExport,
    private readonly folder: string,
    private readonly blobs: BlobStore,
    private readonly versions: ProductVersions,
  ) {}

  /** @param file is replaced */
  async write(file: string, { signal, onBytes }: BackupProgress): Promise<WrittenZip> {
    const entries = await this.entries(onBytes);
    const zip = new ByteMeter();
    await writeZip(file, entries, () => this.manifest(), zip, signal);
    const { sizeBytes, sha256 } = zip;
    return { sizeBytes, sha256: sha256 ?? '', problems: this.problems };
  }

  /** What there is to write; blobs that are missing are left out and noted. */
  private async entries(onBytes: BackupProgress['onBytes']): Promise<readonly ZipEntry[]> {
    const entries: ZipEntry[] = [];
    for (const file of this.collected.files) {
      const bytes = file.stored === null ? await this.sizeOf(file) : file.bytes;
      if (bytes === null) this.note(file, 'missing');
      else entries.push(this.entry({ ...file, bytes }, onBytes));
    }
    return entries;
  }

  /** @returns `null` when the bytes are not there, or not to be had */
  private async sizeOf({ removed, sha256 }: CollectedFile): Promise<number | null> {
    return removed ? null : this.blobs.sizeOf(sha256);
  }

  private entry(file: CollectedFile, onBytes: BackupProgress['onBytes']): ZipEntry {
    const { path: filePath, bytes, stored, sha256 } = file;
    const read = () => {
      const meter = new ByteMeter(onBytes);
      const source =
        stored === null
          ? this.blobs.read(sha256)
          : createReadStream(path.join(this.folder, stored), { highWaterMark: 256 * 1024 });
      source.once('error', (error: Error) => meter.destroy(error));
      meter.once('close', () => source.destroy());
      meter.once('end', () => this.wasRead(file, meter));
      return source.pipe(meter);
    };
    return { path: filePath, bytes, compress: stored !== null, read };
  }

  private wasRead(file: CollectedFile, { sizeBytes: bytes, sha256 }: ByteMeter): void {
    const hash = sha256 ?? '';
    this.files.push({ path: file.path, bytes, sha256: hash });
    if (hash !== file.sha256) this.note(file, 'damaged');
  }

  private note({ path: filePath, sha256 }: CollectedFile, kind: 'missing' | 'damaged'): void {
    this.problems.push({ path: filePath, kind, sha256 });
  }

  /** Made last, because it says what was really written. */
  private manifest(): ZipEntry {
    const { collected, versions, files, problems } = this;
    const text = Buffer.from(manifestOf(collected, versions, files, problems));
    const read = () => Readable.from([text]);
    return { path: EXPORT_FILES.manifest, bytes: text.length, compress: true, read };
  }
}
