import { Injectable } from '@nestjs/common';
import { Client, Connection, type WorkflowExecutionDescription } from '@temporalio/client';
import { ERROR_DEFINITIONS, isErrorCode } from '#contracts/model';
import { isEnded, type TaskRetry } from '#contracts/tasks';
import type { TaskRecord } from '#store';
import { inTime } from '../../infrastructure/in-time.ts';

/** Temporal answers in milliseconds, or it is away. */
const DEADLINE_MS = 1_000;

type PendingActivity = NonNullable<
  WorkflowExecutionDescription['raw']['pendingActivities']
>[number];

/**
 * Asks Temporal which steps of a task are tried again. It knows of tries that nobody could note: of
 * workers that were killed, and of a database that was away.
 */
@Injectable()
export class PendingRetriesReader {
  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
  ) {}

  /** @returns `null` when there is no run, or no answer in time */
  async read(task: TaskRecord): Promise<readonly TaskRetry[] | null> {
    // Before its run is known, the workflow id may still lead to the run of an earlier attempt.
    if (isEnded(task.state) || task.runId === null) return null;
    const described = this.connection.withDeadline(Date.now() + DEADLINE_MS, () =>
      this.client.workflow.getHandle(task.workflowId).describe(),
    );
    return inTime(DEADLINE_MS, described)
      .then(({ raw }) => (raw.pendingActivities ?? []).flatMap(retryOf))
      .catch(() => null);
  }
}

function retryOf(step: PendingActivity): readonly TaskRetry[] {
  const { attempt, lastFailure } = step;
  if (!lastFailure || !attempt || attempt < 2) return [];
  const type = lastFailure.applicationFailureInfo?.type;
  const code = isErrorCode(type) ? type : codeOf(lastFailure);
  const message = isErrorCode(type) ? lastFailure.message : null;
  return [
    {
      tries: attempt - 1,
      code,
      message: message ?? ERROR_DEFINITIONS[code].title,
      nextTryAt: momentOf(step.nextAttemptScheduleTime ?? step.lastStartedTime),
    },
  ];
}

function momentOf(time: PendingActivity['lastStartedTime']): string | null {
  if (!time?.seconds) return null;
  return new Date(Number(time.seconds.toString()) * 1_000 + (time.nanos ?? 0) / 1e6).toISOString();
}

/** The border of activities gives every failure its code; what has none never came to it. */
function codeOf({ timeoutFailureInfo }: NonNullable<PendingActivity['lastFailure']>) {
  if (!timeoutFailureInfo) return 'internal' as const;
  const heartbeatMissing = Number(timeoutFailureInfo.timeoutType) === HEARTBEAT_TIMEOUT;
  return heartbeatMissing ? ('worker_lost' as const) : ('timed_out' as const);
}

/** `TIMEOUT_TYPE_HEARTBEAT` of Temporal's API. */
const HEARTBEAT_TIMEOUT = 4;
