import { Readable } from 'node:stream';
import type { BackupProgress } from '#backups';
import type { BlobStore, StagedBlob } from '#store';
import { changedArchive, readingArchive } from '../archive/archive-error.ts';
import { countedBytes } from '../archive/counted-bytes.ts';
import type { BundleFiles } from './bundle-files.ts';

/**
 * Stages the bytes of a recording. Keep or discard them.
 * @throws AppError `import_archive_changed` when they are not those that were opened
 */
export async function stageRecording(
  blobs: BlobStore,
  files: BundleFiles,
  {
    path,
    sha256,
    sizeBytes,
  }: { readonly path: string; readonly sha256: string; readonly sizeBytes: number },
  progress: BackupProgress,
): Promise<StagedBlob> {
  const stream = Readable.from(countedBytes(await files.read(path), progress));
  const staged = await readingArchive(() => blobs.stage(stream, sizeBytes));
  if (staged.sha256 === sha256) return staged;
  await staged.discard();
  throw changedArchive(`The file ${path} has changed.`);
}
