import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { ImportFormat } from '#contracts/model';
import type { ImportRecord } from '#store';
import { ArchiveFile } from '../archive/archive-file.ts';
import { readingArchive } from '../archive/archive-error.ts';
import type { ImportDependencies } from '../import-dependencies.ts';
import { uploadedFile } from '../uploaded-file.ts';

/** A file that was uploaded as it is. */
interface PlainFile {
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** The files of transcripts and recordings: those of a zip file, and those that were uploaded as they are. */
export class BundleFiles {
  private constructor(
    private readonly archive: ArchiveFile | null,
    private readonly plain: ReadonlyMap<string, PlainFile>,
    /** The path of a transcript that is no zip file. */
    readonly transcript: string | null,
    /** The path of the recording that was uploaded beside the file. */
    readonly recording: string | null,
  ) {}

  /** @throws AppError `import_gone`, `import_archive_invalid`, `import_archive_too_large` */
  static async open(
    deps: Pick<ImportDependencies, 'importFolder'>,
    given: ImportRecord,
    format: ImportFormat,
  ): Promise<BundleFiles> {
    const plain = new Map<string, PlainFile>();
    const file = await uploadedFile(deps, given.sha256);
    const archive = format === 'bundle' ? await ArchiveFile.open(file) : null;
    const { fileName: transcript, sizeBytes, sha256 } = given;
    if (archive === null) plain.set(transcript, { file, sizeBytes, sha256 });
    const { recording } = given;
    if (recording === null) return new BundleFiles(archive, plain, null, null);
    const inZip = archive?.sizeOf(recording.fileName) ?? null;
    const isTaken = plain.has(recording.fileName) || inZip !== null;
    const path = isTaken ? `./${recording.fileName}` : recording.fileName;
    plain.set(path, { ...recording, file: await uploadedFile(deps, recording.sha256) });
    return new BundleFiles(archive, plain, archive === null ? transcript : null, path);
  }

  close(): void {
    this.archive?.close();
  }

  /** Paths of the files of the zip file, in their order. */
  get zipped(): readonly string[] {
    return this.archive === null ? [] : [...this.archive.paths];
  }

  sizeOf(path: string): number {
    return this.plain.get(path)?.sizeBytes ?? this.archive?.sizeOf(path) ?? 0;
  }

  /**
   * The hash of a file; one of a zip file is compared with its checksum.
   * @throws AppError `import_archive_invalid`
   */
  async hashOf(
    path: string,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<string> {
    const plain = this.plain.get(path);
    if (plain === undefined) return this.zip.hashOf(path, signal, onBytes);
    onBytes(plain.sizeBytes);
    return plain.sha256;
  }

  async read(path: string): Promise<Readable> {
    const plain = this.plain.get(path);
    return plain === undefined ? this.zip.read(path) : createReadStream(plain.file);
  }

  /** Reads all of a file whose size was looked at. */
  async bytesOf(path: string): Promise<Uint8Array> {
    return readingArchive(async () => {
      const chunks: Buffer[] = [];
      const stream: AsyncIterable<Buffer> = await this.read(path);
      for await (const chunk of stream) chunks.push(chunk);
      return Buffer.concat(chunks);
    });
  }

  /** Path on this machine of a file that was uploaded as it is; `null` for one of a zip file. */
  localPath(path: string): string | null {
    return this.plain.get(path)?.file ?? null;
  }

  private get zip(): ArchiveFile {
    if (this.archive !== null) return this.archive;
    throw new Error('only transcripts and recordings that were uploaded are read');
  }
}
