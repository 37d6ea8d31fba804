import type { TaskWarning } from '#contracts/tasks';
import { safeName } from '#domain';
import { AppError, systemCode } from '#platform';
import type { CollectedExport } from './collect/collected-export.schema.ts';

/** The name under which browsers save an export: what it is of, and the day. */
export function fileNameOf({ title, takenAt }: Pick<CollectedExport, 'title' | 'takenAt'>): string {
  return `${safeName(title, 'export')} ${takenAt.slice(0, 'YYYY-MM-DD'.length)}.zip`;
}

/** @param problems recordings and documents whose bytes are missing or damaged */
export function warningsOf(problems: number): readonly TaskWarning[] {
  if (problems === 0) return [];
  const files =
    problems === 1 ? '1 recording or document is' : `${problems} recordings or documents are`;
  const message = `The bytes of ${files} missing or damaged; the manifest of the export names them.`;
  return [{ code: 'export_file_missing', message }];
}

/**
 * Does work that writes files.
 * @throws AppError `export_space_missing` when the disk is full; otherwise what the work throws
 */
export async function fittingOnDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    throw new AppError('export_space_missing', 'The disk is full.', { cause });
  }
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '');
}
