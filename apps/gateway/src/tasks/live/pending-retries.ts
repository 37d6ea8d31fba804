import type { WorkflowExecutionDescription } from '@temporalio/client';
import { ERROR_DEFINITIONS, isErrorCode } from '#contracts/model';
import type { TaskRetry } from '#contracts/tasks';
import { isEntityWorkflowId, sharedActivityId } from '#contracts/workflows';
import type { TaskRecord } from '#store';

/** `TIMEOUT_TYPE_HEARTBEAT` of Temporal's API. */
const HEARTBEAT_TIMEOUT = 4;

type PendingActivity = NonNullable<
  WorkflowExecutionDescription['raw']['pendingActivities']
>[number];

/**
 * The activities of a task that are being retried; the run may be that of its entity. Temporal also
 * knows retries that no worker could store, because the worker was killed or the database was
 * unavailable.
 */
export function pendingRetriesOf(
  { id: taskId, attempt, workflowId }: Pick<TaskRecord, 'id' | 'attempt' | 'workflowId'>,
  { raw }: WorkflowExecutionDescription,
): readonly TaskRetry[] {
  const activities = raw.pendingActivities ?? [];
  if (!isEntityWorkflowId(workflowId)) return activities.flatMap(retryOf);
  const id = sharedActivityId({ taskId, attempt });
  return activities.filter(({ activityId }) => activityId === id).flatMap(retryOf);
}

function retryOf(activity: PendingActivity): readonly TaskRetry[] {
  const { attempt, lastFailure } = activity;
  if (!lastFailure || !attempt || attempt < 2) return [];
  const type = lastFailure.applicationFailureInfo?.type;
  const code = isErrorCode(type) ? type : codeOf(lastFailure);
  const message = isErrorCode(type) ? lastFailure.message : null;
  return [
    {
      tries: attempt - 1,
      code,
      message: message ?? ERROR_DEFINITIONS[code].title,
      nextTryAt: timestampOf(activity.nextAttemptScheduleTime ?? activity.lastStartedTime),
    },
  ];
}

function timestampOf(time: PendingActivity['lastStartedTime']): string | null {
  if (!time?.seconds) return null;
  return new Date(Number(time.seconds.toString()) * 1_000 + (time.nanos ?? 0) / 1e6).toISOString();
}

/** The activity interceptor adds a code to every failure; a failure without one bypassed it. */
function codeOf({ timeoutFailureInfo }: NonNullable<PendingActivity['lastFailure']>) {
  if (!timeoutFailureInfo) return 'internal' as const;
  const heartbeatMissing = Number(timeoutFailureInfo.timeoutType) === HEARTBEAT_TIMEOUT;
  return heartbeatMissing ? ('worker_lost' as const) : ('timed_out' as const);
}
