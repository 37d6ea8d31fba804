import type { AgentJob, StartedAgentJob } from '#contracts/api';
import { ERROR_DEFINITIONS } from '#contracts/model';
import { TASK_LABELS, type TaskState } from '#contracts/tasks';
import { percentDone } from '#domain';
import type { RequestedReport, TaskRecord } from '#store';

/** An agent and the project that it reports about. */
export interface AgentSubject {
  readonly agent: string;
  readonly projectId: string;
}

/** States of tasks in the words of the earlier routes. */
const STATUSES: Readonly<Record<TaskState, AgentJob['status']>> = {
  pending: 'processing',
  running: 'processing',
  cancelling: 'processing',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
  timedOut: 'failed',
};

/** The status of a refresh. */
export function jobStatus({ state }: TaskRecord): AgentJob['status'] {
  return STATUSES[state];
}

/** A refresh that was started or joined. */
export function toStartedJob(
  { agent, projectId }: AgentSubject,
  { task, joined }: RequestedReport,
): StartedAgentJob {
  return {
    status: 'processing',
    job_id: task.id,
    agent,
    project_id: projectId,
    started_at: startOf(task).toISOString(),
    joined,
  };
}

/** A refresh in the form of the earlier routes. @param now for the time of one in progress */
export function toJob(
  { agent, projectId }: AgentSubject,
  task: TaskRecord,
  now = new Date(),
): AgentJob {
  const status = jobStatus(task);
  const ended = task.endedAt?.toISOString() ?? null;
  return {
    status,
    job_id: task.id,
    agent,
    project_id: projectId,
    started_at: startOf(task).toISOString(),
    completed_at: status === 'completed' ? ended : null,
    failed_at: status === 'failed' ? ended : null,
    elapsed_seconds: elapsedSeconds(task, now),
    progress: progressOf(task),
    error: errorOf(task),
  };
}

function startOf({ startedAt, createdAt }: TaskRecord): Date {
  return startedAt ?? createdAt;
}

/** A person waits from the creation on; of a later attempt, only its start is known. */
function elapsedSeconds(task: TaskRecord, now: Date): number {
  const { attempt, createdAt, startedAt, endedAt } = task;
  const from = attempt === 1 ? createdAt : (startedAt ?? now);
  return Math.max(0, (endedAt ?? now).getTime() - from.getTime()) / 1000;
}

function progressOf(task: TaskRecord): AgentJob['progress'] {
  const percent = percentDone(task.done, task.total, task.state === 'completed');
  return { percent, step: task.step, message: messageOf(task) };
}

const STEPS: Readonly<Partial<Record<string, string>>> = TASK_LABELS.agent_report.steps;

function messageOf({ state, step, done, total }: TaskRecord): string {
  switch (state) {
    case 'pending':
      return 'Waiting for a worker';
    case 'running': {
      const label = STEPS[step ?? 'collect'] ?? 'Working';
      return step === 'read' && total !== null ? `${label} (${done} of ${total})` : label;
    }
    case 'cancelling':
      return 'Stopping';
    case 'completed':
      return 'Finished';
    case 'failed':
      return 'Failed';
    case 'cancelled':
      return 'Cancelled';
    case 'timedOut':
      return 'Stopped at its time limit';
  }
}

/** A cancelled task has no error of its own. */
function errorOf({ state, error }: TaskRecord): AgentJob['error'] {
  if (error !== null) {
    const { code, message, nextAction } = error;
    return { code, message, next_action: nextAction };
  }
  if (state !== 'cancelled') return null;
  const { title, nextAction } = ERROR_DEFINITIONS.task_cancelled;
  return { code: 'task_cancelled', message: `${title}.`, next_action: nextAction };
}
