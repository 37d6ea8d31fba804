import type { WorkflowExecutionDescription } from '@temporalio/client';
import { ERROR_DEFINITIONS, isErrorCode } from '#contracts/model';
import type { TaskRetry } from '#contracts/tasks';

/** `TIMEOUT_TYPE_HEARTBEAT` of Temporal's API. */
const HEARTBEAT_TIMEOUT = 4;

type PendingActivity = NonNullable<
  WorkflowExecutionDescription['raw']['pendingActivities']
>[number];

/**
 * The activities of a run that are tried again. Temporal knows also of tries that nobody could note:
 * of workers that were killed, and of a database that was away.
 */
export function pendingRetriesOf({ raw }: WorkflowExecutionDescription): readonly TaskRetry[] {
  return (raw.pendingActivities ?? []).flatMap(retryOf);
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
      nextTryAt: momentOf(activity.nextAttemptScheduleTime ?? activity.lastStartedTime),
    },
  ];
}

function momentOf(time: PendingActivity['lastStartedTime']): string | null {
  if (!time?.seconds) return null;
  return new Date(Number(time.seconds.toString()) * 1_000 + (time.nanos ?? 0) / 1e6).toISOString();
}

/** The activity interceptor gives every failure its code; one without a code did not pass it. */
function codeOf({ timeoutFailureInfo }: NonNullable<PendingActivity['lastFailure']>) {
  if (!timeoutFailureInfo) return 'internal' as const;
  const heartbeatMissing = Number(timeoutFailureInfo.timeoutType) === HEARTBEAT_TIMEOUT;
  return heartbeatMissing ? ('worker_lost' as const) : ('timed_out' as const);
}
