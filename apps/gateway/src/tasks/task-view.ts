import type { Task } from '#contracts/api';
import { TASKS, type TaskRetry } from '#contracts/tasks';
import type { WorkflowStatus } from '#contracts/workflows';
import { percentDone, retryToShow } from '#domain';
import type { TemporalConfig } from '#platform';
import type { TaskRecord } from '#store';

/** Information about the run of a task that is not stored in the database. */
export interface TaskRunView {
  /** Status from the workflow; `null` when it was not queried or no worker answered in time. */
  readonly status: WorkflowStatus | null;
  /** Activities that are being retried; `null` when Temporal was not queried or did not answer. */
  readonly retries: readonly TaskRetry[] | null;
}

/** The run was not queried, or there was no answer. */
export const UNKNOWN_RUN: TaskRunView = { status: null, retries: null };

/** A task as the API shows it. */
export function toTask(
  record: TaskRecord,
  temporal: TemporalConfig,
  { status, retries }: TaskRunView = UNKNOWN_RUN,
): Task {
  return {
    id: record.id,
    type: record.type,
    state: record.state,
    ownerId: record.ownerId,
    conversationId: record.conversationId,
    clipId: record.clipId,
    priority: record.priority,
    queue: null,
    attempt: record.attempt,
    settings: record.settings,
    progress: progressOf(record, status),
    warnings: allWarnings(record, status),
    error: record.error,
    retry: retryToShow(retries ?? Object.values(record.retry ?? {})),
    createdAt: record.createdAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    endedAt: record.endedAt?.toISOString() ?? null,
    durationMs: durationOf(record),
    workflowId: record.workflowId,
    runId: record.runId,
    temporalUiUrl: temporalUiUrl(record, temporal),
    live: status !== null,
  };
}

/**
 * The workflow has the most recent step. Chunks are counted in the database first and in the
 * workflow a moment later, so the higher count is the newer one, and progress never decreases.
 */
function progressOf(record: TaskRecord, status: WorkflowStatus | null): Task['progress'] {
  const done = Math.max(record.done, status?.done ?? 0);
  const total = status?.total ?? record.total;
  const percent = percentDone(done, total, record.state === 'completed');
  const { unit } = TASKS[record.type];
  return { stage: status?.stage ?? record.step, unit, done, total, percent };
}

/** Warnings of the whole clip appear in the database first, those of chunks in the workflow. */
function allWarnings(record: TaskRecord, status: WorkflowStatus | null): Task['warnings'] {
  const all = [...record.warnings, ...(status?.warnings ?? [])];
  return [...new Map(all.map((each) => [`${each.code}:${each.atMs}`, each])).values()];
}

function durationOf({ startedAt, endedAt }: TaskRecord): number | null {
  return startedAt === null ? null : (endedAt ?? new Date()).getTime() - startedAt.getTime();
}

function temporalUiUrl({ workflowId, runId }: TaskRecord, temporal: TemporalConfig): string {
  const namespace = encodeURIComponent(temporal.namespace);
  const workflow = `${temporal.uiUrl}/namespaces/${namespace}/workflows/${encodeURIComponent(workflowId)}`;
  return runId === null ? workflow : `${workflow}/${runId}/history`;
}
