import type { Import } from '#contracts/api';
import type { TemporalConfig } from '#platform';
import type { ImportRecord } from '#store';
import { toTask } from '../tasks/task-view.ts';

/** An import as the API shows it. */
export function toImport(record: ImportRecord, temporal: TemporalConfig): Import {
  const { id, ownerId, fileName, sizeBytes, sha256, format, createdAt, result } = record;
  const { id: taskId, state, progress, warnings, error } = toTask(record.task, temporal);
  return {
    ...{ id, ownerId, fileName, sizeBytes, sha256, format },
    ...{ taskId, state, progress, warnings, error },
    counts: result && { ...result.counts },
    conversationId: result?.conversationId ?? null,
    createdAt: createdAt.toISOString(),
  };
}
