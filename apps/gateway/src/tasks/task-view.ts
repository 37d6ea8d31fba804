import type { Task } from '#contracts/api';
import { TASKS, type TaskRetry } from '#contracts/tasks';
import type { WorkflowStatus } from '#contracts/workflows';
import { percentDone, retryToShow } from '#domain';
import type { TemporalConfig } from '#platform';
import type { TaskRecord } from '#store';

/** What is known of the run of a task, beyond what is stored. */
export interface TaskRunView {
  /** What a worker says of the run; `null` when none was asked or answered in time. */
  readonly status: WorkflowStatus | null;
  /** Activities that are tried again; `null` when Temporal was not asked or did not answer. */
  readonly retries: readonly TaskRetry[] | null;
}

/** Nobody was asked about the run, or nobody answered. */
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
 * The workflow knows its step best. Chunks are counted in the database first and in the workflow
 * a moment later, so the higher count is the newer one, and progress never goes backwards.
 */
function progressOf(record: TaskRecord, status: WorkflowStatus | null): Task['progress'] {
  const done = Math.max(record.done, status?.done ?? 0);
  const total = status?.total ?? record.total;
  const percent = percentDone(done, total, record.state === 'completed');
  const { unit } = TASKS[record.type];
  return { stage: status?.stage ?? record.step, unit, done, total, percent };
}

/** Warnings of the clip as a whole are in the database first, those of chunks in the workflow. */
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
