import {
  EXPORT_FILES,
  exportedDocumentPartSchema,
  exportedDocumentSchema,
  exportedProjectSchema,
  type ExportedDocument,
  type ExportedDocumentPart,
  type ExportedProject,
} from '#contracts/export';
import { invalidArchive, tooLargeArchive } from './archive-error.ts';
import type { ArchiveFile } from './archive-file.ts';
import { archiveValues } from './archive-lines.ts';
import { ArchivedJson } from './archived-json.ts';
import { validValue } from './valid-value.ts';

/** Most bytes of what was read of one document, which is in memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A project of an export, with the paths of its documents from the top of the archive. */
export interface ArchivedProject {
  readonly project: ExportedProject['project'];
  readonly documents: readonly ExportedDocument[];
}

/**
 * Reads a project with the list of its documents.
 * @param folder of the project
 * @throws AppError `import_archive_invalid`, `import_archive_changed`, `import_archive_too_large`
 */
export async function readProject(
  archive: ArchiveFile,
  folder: string,
  signal: AbortSignal,
): Promise<ArchivedProject> {
  const path = `${folder}/${EXPORT_FILES.project}`;
  const file = await ArchivedJson.read(archive, path, 'project', signal);
  const project = file.field('project', exportedProjectSchema.shape.project);
  return { project, documents: await readDocuments(archive, folder, signal) };
}

async function readDocuments(
  archive: ArchiveFile,
  folder: string,
  signal: AbortSignal,
): Promise<readonly ExportedDocument[]> {
  const path = `${folder}/${EXPORT_FILES.documents}`;
  if (archive.sizeOf(path) === null) return [];
  const file = await ArchivedJson.read(archive, path, 'documents', signal);
  const documents = await file.list('documents', exportedDocumentSchema);
  const ids = new Set(documents.map(({ id }) => id));
  if (ids.size !== documents.length) throw invalidArchive(`${path} has a document twice.`);
  return documents.map((document) => ({
    ...document,
    path: `${folder}/${document.path}`,
    partsPath: document.partsPath === null ? null : `${folder}/${document.partsPath}`,
  }));
}

/** What was read of a document, in order. @throws AppError as {@link readProject} */
export async function readParts(
  archive: ArchiveFile,
  { partsPath, partCount }: ExportedDocument,
  signal: AbortSignal,
): Promise<readonly ExportedDocumentPart[]> {
  if (partsPath === null && partCount === null) return [];
  if (partsPath === null) throw invalidArchive('A document that was read has no parts.');
  if ((archive.sizeOf(partsPath) ?? 0) > MOST_BYTES)
    throw tooLargeArchive(`${partsPath} is too large.`);
  const parts: ExportedDocumentPart[] = [];
  for await (const value of archiveValues(archive, partsPath, signal)) {
    parts.push(validValue(exportedDocumentPartSchema, value, partsPath));
  }
  const isWhole = parts.length === partCount && parts.every(({ part }, index) => part === index);
  if (isWhole) return parts;
  throw invalidArchive(`The file ${partsPath} does not have the parts of its document.`);
}
