import type { ExportCounts, ExportScope } from '#contracts/model';
import type { exports } from '../schema/index.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

type ExportRow = typeof exports.$inferSelect;

/** The finished file of an export. */
export interface ExportFile {
  /** Name under which it is saved. */
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly counts: ExportCounts;
  readonly expiresAt: Date;
}

/** A requested export, with its task. */
export interface ExportRecord {
  readonly id: string;
  readonly ownerId: string;
  readonly scope: ExportScope;
  readonly createdAt: Date;
  readonly task: TaskRecord;
  /** `null` until it is there. */
  readonly file: ExportFile | null;
}

/** An export as it is stored, with its task. */
export function exportRecord(row: ExportRow, task: TaskRecord): ExportRecord {
  const { id, ownerId, scopeKind: kind, scopeId, createdAt } = row;
  return { id, ownerId, scope: { kind, id: scopeId }, createdAt, task, file: fileOf(row) };
}

function fileOf({ fileName, sizeBytes, sha256, counts, expiresAt }: ExportRow): ExportFile | null {
  if (fileName === null || sizeBytes === null || sha256 === null) return null;
  if (counts === null || expiresAt === null) return null;
  return { fileName, sizeBytes, sha256, counts, expiresAt };
}
