import type { ImportFormat } from '#contracts/model';
import type { ImportResult, imports } from '../schema/index.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

export type { ImportResult } from '../schema/index.ts';

/** A file that was uploaded, and what is known of it before it is read. */
export interface NewImport {
  readonly ownerId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** `null` when it is to be found. */
  readonly format: ImportFormat | null;
  /** What the conversation of a transcript is to be called; `null` for the name of the file. */
  readonly title: string | null;
}

/** A requested import, with its task. */
export interface ImportRecord extends NewImport {
  readonly id: string;
  readonly createdAt: Date;
  readonly task: TaskRecord;
  /** `null` until all of it is there. */
  readonly result: ImportResult | null;
}

/** An import as it is stored, with its task. */
export function importRecord(
  { taskId: _taskId, ...row }: typeof imports.$inferSelect,
  task: TaskRecord,
): ImportRecord {
  return { ...row, task };
}
