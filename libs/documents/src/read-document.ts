import type { DocumentFormat, DocumentPart, DocumentWarning } from '#contracts/model';
import { AppError } from '#platform';
import { failed } from './fence/reading-errors.ts';
import { ReadingProcess } from './fence/reading-process.ts';
import type { DocumentLimits } from './limits.ts';

/** A document on disk. */
export interface DocumentFile {
  readonly path: string;
  /** As it was uploaded; its end tells apart the formats that are plain text. */
  readonly fileName: string;
  readonly sizeBytes: number;
}

/** What was read of a document. */
export interface ReadDocument {
  readonly format: DocumentFormat;
  /** At least one. */
  readonly parts: readonly DocumentPart[];
  /** Whether the rest was cut off at the maximum of parts or characters. */
  readonly truncated: boolean;
  /** Why parts may be wrong or missing; one for each reason. */
  readonly warnings: readonly DocumentWarning[];
}

/**
 * Reads a document in a process of its own, which cannot outlast its limits, this process or the
 * signal.
 * @param signal ends the reading at once
 * @throws AppError `document_unreadable`, `document_encrypted`, `document_empty` or
 *   `document_too_large` when the file is at fault; `document_reading_stalled` at the limits of
 *   time or memory; `document_reading_failed` when the process does not work; or the reason of
 *   the abort
 */
export async function readDocument(
  file: DocumentFile,
  limits: DocumentLimits,
  signal: AbortSignal,
): Promise<ReadDocument> {
  signal.throwIfAborted();
  if (file.sizeBytes === 0) throw new AppError('document_empty', 'The file has no bytes.');
  const { path, fileName } = file;
  const { end, parts } = await started({ path, fileName, limits }).result(signal);
  if (end === null) throw failed('It has not finished its output.');
  if (end.kind === 'unreadable') throw new AppError(end.code, end.message);
  return { format: end.format, parts, truncated: end.truncated, warnings: end.warnings };
}

/** A machine that is out of processes or file descriptors starts none. */
function started(order: ConstructorParameters<typeof ReadingProcess>[0]): ReadingProcess {
  try {
    return new ReadingProcess(order);
  } catch (cause) {
    throw failed('It cannot be started.', cause);
  }
}
