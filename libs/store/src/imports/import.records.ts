import type { ImportFormat, ImportRecording } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
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
  /** The recording of a transcript; `null` when there is none, or it is in the file. */
  readonly recording: UploadedRecording | null;
  /** Whether recordings are transcribed although their words are there. */
  readonly transcribe: boolean;
  /** With what they are transcribed; omitted for what is set for their owner or conversation. */
  readonly settings?: TaskSettings;
}

/** A recording that was uploaded beside a transcript. */
export interface UploadedRecording {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A requested import, with its task. */
export interface ImportRecord extends NewImport {
  readonly id: string;
  readonly createdAt: Date;
  readonly task: TaskRecord;
  /** The recordings of its transcripts; empty before the file was checked. */
  readonly recordings: readonly ImportRecording[];
  /** `null` until all of it is there. */
  readonly result: ImportResult | null;
}

/** An import as it is stored, with its task. */
export function importRecord(
  {
    taskId: _taskId,
    recordingFileName: fileName,
    recordingSizeBytes: sizeBytes,
    recordingSha256: sha256,
    settings,
    ...row
  }: typeof imports.$inferSelect,
  task: TaskRecord,
): ImportRecord {
  const isThere = fileName !== null && sizeBytes !== null && sha256 !== null;
  const recording = isThere ? { fileName, sizeBytes, sha256 } : null;
  return { ...row, ...(settings === null ? {} : { settings }), recording, task };
}

/** The uploaded files of an import, by their hashes. */
export function hashesOf({
  sha256,
  recording,
}: Pick<NewImport, 'sha256' | 'recording'>): readonly string[] {
  return recording === null ? [sha256] : [sha256, recording.sha256];
}
