import {
  EXPORT_FILES,
  EXPORT_FORMAT,
  EXPORT_FORMAT_VERSION,
  READ_FORMAT_VERSIONS,
  exportManifestSchema,
  type ExportManifest,
} from '#contracts/export';
import { AppError } from '#platform';
import { changedArchive, invalidArchive, tooLargeArchive } from './archive-error.ts';
import type { ArchiveFile } from './archive-file.ts';
import { archivePieces } from './archive-lines.ts';
import { validValue } from './valid-value.ts';

/** Most bytes of a manifest; a line for each file has about 200. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads what is in an export.
 * @throws AppError `import_archive_invalid` when it is none, `import_version_unknown`
 */
export async function readManifest(
  archive: ArchiveFile,
  signal: AbortSignal,
): Promise<ExportManifest> {
  const path = EXPORT_FILES.manifest;
  const bytes = archive.sizeOf(path);
  if (bytes === null) throw invalidArchive('It has no manifest.json, so it is no export.');
  if (bytes > MOST_BYTES) throw tooLargeArchive('Its manifest is too large.');
  await archive.hashOf(path, signal, () => undefined);
  const fields: Record<string, unknown> = {};
  const lists = new Map<string, unknown[]>();
  let isKnown = false;
  for await (const { name, value, isElement } of archivePieces(archive, path, signal)) {
    // The first two fields say whether the others can be read.
    if (name === 'formatVersion') isKnown = requireKnownVersion(fields['format'], value);
    if (!isKnown && name !== 'format') throw noExport();
    if (!isElement) fields[name] = value;
    else addTo(lists, name, value);
  }
  const formatVersion = EXPORT_FORMAT_VERSION;
  const manifest = { ...fields, ...Object.fromEntries(lists), formatVersion };
  return validValue(exportManifestSchema, manifest, path);
}

/**
 * Checks that the archive has the files that the manifest names, and no others.
 * @throws AppError `import_archive_changed`
 */
export function requireSameFiles(archive: ArchiveFile, { files }: ExportManifest): void {
  const named = new Map(files.map((file) => [file.path, file.bytes]));
  if (named.size !== files.length) throw invalidArchive('The manifest names a file twice.');
  for (const path of archive.paths) {
    if (path === EXPORT_FILES.manifest) continue;
    if (!named.has(path)) throw changedArchive(`The file ${path} was added.`);
  }
  for (const [path, bytes] of named) {
    const size = archive.sizeOf(path);
    if (size === null) throw changedArchive(`The file ${path} was removed.`);
    if (size !== bytes) throw changedArchive(`The file ${path} has another size.`);
  }
}

/**
 * Checks that each file is the one that the manifest names.
 * @param passed is told how many bytes were read
 * @throws AppError `import_archive_changed`
 */
export async function requireSameBytes(
  archive: ArchiveFile,
  { files }: ExportManifest,
  signal: AbortSignal,
  passed: (bytes: number) => void,
): Promise<void> {
  for (const { path, sha256 } of files) {
    if ((await archive.hashOf(path, signal, passed)) === sha256) continue;
    throw changedArchive(`The file ${path} is not the one that was exported.`);
  }
}

/** Earlier versions lack what may be left out, so they are read as the present one. */
function requireKnownVersion(format: unknown, version: unknown): true {
  if (format !== EXPORT_FORMAT || typeof version !== 'number') throw noExport();
  if (READ_FORMAT_VERSIONS.includes(version)) return true;
  const message = `It has version ${version} of the format; this installation reads up to ${EXPORT_FORMAT_VERSION}.`;
  throw new AppError('import_version_unknown', message);
}

function noExport(): AppError {
  return invalidArchive('Its manifest is not that of an export of Afterword.');
}

function addTo(lists: Map<string, unknown[]>, name: string, value: unknown): void {
  const list = lists.get(name) ?? [];
  list.push(value);
  lists.set(name, list);
}
