import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BackupProgress } from '#backups';
import type { ExportManifest } from '#contracts/export';
import type { BlobStore, Importing, StagedBlob } from '#store';
import { changedArchive, readingArchive } from './archive-error.ts';
import type { ArchiveFile } from './archive-file.ts';
import { countedBytes } from './counted-bytes.ts';

/** Bytes of a recording or document, as its row names them. */
interface NamedBytes {
  /** In the archive, if they are there. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The bytes of recordings and documents: which there are, and how they get into the blob store. */
export class ArchivedBytes {
  private readonly files: ReadonlyMap<string, ExportManifest['files'][number]>;
  private readonly problems: ReadonlyMap<string, ExportManifest['problems'][number]['kind']>;

  constructor(
    private readonly archive: ArchiveFile,
    private readonly blobs: BlobStore,
    { files, problems }: Pick<ExportManifest, 'files' | 'problems'>,
  ) {
    this.files = new Map(files.map((file) => [file.path, file]));
    this.problems = new Map(problems.map(({ path, kind }) => [path, kind]));
  }

  /**
   * Checks that the bytes are those that a row names, unless the export says that it had others.
   * @throws AppError `import_archive_changed`
   */
  require({ path, sha256, sizeBytes }: NamedBytes): void {
    const file = this.files.get(path);
    if (this.problems.has(path)) return;
    if (file === undefined) throw changedArchive(`The file ${path} is not in it.`);
    if (file.sha256 === sha256 && file.bytes === sizeBytes) return;
    throw changedArchive(`The file ${path} is not the one that was uploaded.`);
  }

  /**
   * What a row is to name. Bytes that are damaged are kept as they are. For those that are missing it
   * is an address of this owner that has none, so that nobody gets the bytes of somebody else who has
   * uploaded the same.
   */
  named<Row extends NamedBytes>(row: Row, { ownerId }: Importing): Row {
    const file = this.files.get(row.path);
    if (file !== undefined) return { ...row, sha256: file.sha256, sizeBytes: file.bytes };
    const sha256 = createHash('sha256').update(`missing:${ownerId}:${row.sha256}`).digest('hex');
    return { ...row, sha256 };
  }

  /**
   * Stages the bytes of rows. Keep or discard all of them.
   * @throws AppError `import_archive_changed`; then nothing is staged
   */
  async stage(
    rows: readonly NamedBytes[],
    progress: BackupProgress,
  ): Promise<readonly StagedBlob[]> {
    const staged: StagedBlob[] = [];
    try {
      for (const { path } of rows) {
        const file = this.files.get(path);
        if (file === undefined) continue;
        const blob = await this.stageFile(file, progress);
        staged.push(blob);
        if (blob.sha256 !== file.sha256) throw changedArchive(`The file ${path} has changed.`);
      }
      return staged;
    } catch (error) {
      await Promise.all(staged.map((blob) => blob.discard()));
      throw error;
    }
  }

  private async stageFile(
    { path, bytes }: ExportManifest['files'][number],
    progress: BackupProgress,
  ): Promise<StagedBlob> {
    const stream = Readable.from(countedBytes(await this.archive.read(path), progress));
    return readingArchive(() => this.blobs.stage(stream, bytes));
  }
}
