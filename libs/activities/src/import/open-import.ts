import { open } from 'node:fs/promises';
import { EXPORT_FILES } from '#contracts/export';
import type { ImportFormat } from '#contracts/model';
import { DETECTION_BYTES, detectImportFormat } from '#domain';
import { AppError } from '#platform';
import type { ImportRecord } from '#store';
import { ArchiveFile } from './archive/archive-file.ts';
import { ArchiveSource } from './archive/archive-source.ts';
import { BundleSource } from './bundle/bundle-source.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import type { ImportSource } from './import-source.ts';
import { TranscriptSource } from './transcripts/transcript-source.ts';
import { uploadedFile } from './uploaded-file.ts';

/** An import whose files are there. */
export interface OpenImport {
  readonly format: ImportFormat;
  readonly source: ImportSource;
}

/**
 * Finds out what was uploaded.
 * @throws AppError `import_gone`, `import_format_unknown`, `import_archive_invalid`
 */
export async function openImport(
  deps: ImportDependencies,
  given: ImportRecord,
): Promise<OpenImport> {
  const file = await uploadedFile(deps, given.sha256);
  const format = given.format ?? (await formatOf(file, given.fileName));
  return { format, source: sourceOf(deps, given, { file, format }) };
}

function sourceOf(
  deps: ImportDependencies,
  given: ImportRecord,
  { file, format }: { readonly file: string; readonly format: ImportFormat },
): ImportSource {
  if (format === 'export') return new ArchiveSource(deps, file, given.recording);
  if (format === 'bundle' || given.recording !== null) return new BundleSource(deps, given, format);
  return new TranscriptSource(deps, given, file, format);
}

/** @throws AppError `import_format_unknown`, `import_archive_invalid` */
async function formatOf(file: string, fileName: string): Promise<ImportFormat> {
  const format = detectImportFormat(await headOf(file), fileName);
  if (format === null) throw unknownFormat();
  return format === 'export' && !(await isExport(file)) ? 'bundle' : format;
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(DETECTION_BYTES), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A zip file with the list or the change log of an export is one, or was one. */
async function isExport(file: string): Promise<boolean> {
  const archive = await ArchiveFile.open(file);
  try {
    const own = [EXPORT_FILES.manifest, EXPORT_FILES.events];
    return own.some((path) => archive.sizeOf(path) !== null);
  } finally {
    archive.close();
  }
}

function unknownFormat(): AppError {
  const message = 'It is neither an export of Afterword nor a transcript.';
  return new AppError('import_format_unknown', message);
}
