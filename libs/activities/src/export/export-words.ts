import type { TaskWarning } from '#contracts/tasks';
import { safeName } from '#domain';
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
