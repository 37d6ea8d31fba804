import {
  EXPORT_FILES,
  exportedDecisionSchema,
  exportedFactSchema,
  exportedReportSchema,
  type ExportedDecision,
  type ExportedFact,
  type ExportedReport,
} from '#contracts/export';
import type { ArchiveFile } from './archive-file.ts';
import { archiveValues } from './archive-lines.ts';
import { validValue } from './valid-value.ts';

/**
 * Reads the facts of a project, one by one.
 * @param folder of the project
 * @throws AppError `import_archive_invalid`, `import_archive_changed`
 */
export async function* readFacts(
  archive: ArchiveFile,
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<ExportedFact> {
  const path = `${folder}/${EXPORT_FILES.facts}`;
  if (archive.sizeOf(path) === null) return;
  for await (const value of archiveValues(archive, path, signal)) {
    yield validValue(exportedFactSchema, value, path);
  }
}

/** Reads what people have decided about the facts of a project. @throws AppError as {@link readFacts} */
export async function* readDecisions(
  archive: ArchiveFile,
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<ExportedDecision> {
  const path = `${folder}/${EXPORT_FILES.decisions}`;
  if (archive.sizeOf(path) === null) return;
  for await (const value of archiveValues(archive, path, signal)) {
    yield validValue(exportedDecisionSchema, value, path);
  }
}

/** Reads the reports of a project. @throws AppError as {@link readFacts} */
export async function* readReports(
  archive: ArchiveFile,
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<ExportedReport> {
  const path = `${folder}/${EXPORT_FILES.reports}`;
  if (archive.sizeOf(path) === null) return;
  for await (const value of archiveValues(archive, path, signal)) {
    yield validValue(exportedReportSchema, value, path);
  }
}
