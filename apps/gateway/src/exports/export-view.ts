import type { Export } from '#contracts/api';
import type { TemporalConfig } from '#platform';
import type { ExportRecord } from '#store';
import { toTask } from '../tasks/task-view.ts';

/** An export as the API shows it. */
export function toExport(record: ExportRecord, temporal: TemporalConfig): Export {
  const { id, ownerId, scope, createdAt, file } = record;
  const { id: taskId, state, progress, warnings, error } = toTask(record.task, temporal);
  return {
    ...{ id, ownerId, scope: { ...scope }, taskId, state, progress, warnings, error },
    counts: file && { ...file.counts },
    file: file && {
      ...{ name: file.fileName, sizeBytes: file.sizeBytes, sha256: file.sha256 },
      ...{ url: `/exports/${id}/file`, expiresAt: file.expiresAt.toISOString() },
    },
    createdAt: createdAt.toISOString(),
  };
}
