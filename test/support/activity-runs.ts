import { Client, Connection, type WorkflowHandle } from '@temporalio/client';

/** The last attempt of a closed activity. */
export interface ActivityRun {
  readonly activity: string;
  /** Process id of the worker that ran it. */
  readonly pid: number;
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Why the previous attempt failed: its error code or `timeout`; `null` for the first attempt. */
  readonly lastFailure: string | null;
  readonly timedOut: boolean;
}

/** The activities in a workflow's history, in the order of their starts. */
export async function activityRuns(
  address: string,
  workflowId: string,
): Promise<readonly ActivityRun[]> {
  return ofWorkflow(address, workflowId, async (run) =>
    runsIn((await run.fetchHistory()).events ?? []),
  );
}

/** Process ids of the workers that are running activities of a workflow, one for each activity. */
export async function pendingRuns(
  address: string,
  workflowId: string,
  activity: string,
): Promise<readonly number[]> {
  return ofWorkflow(address, workflowId, async (run) => {
    const pending = (await run.describe()).raw.pendingActivities ?? [];
    return pending
      .filter(
        ({ state, activityType }) => Number(state) === STARTED && activityType?.name === activity,
      )
      .map(({ lastWorkerIdentity }) => Number.parseInt(lastWorkerIdentity ?? '', 10));
  });
}

/** `PendingActivityState` of Temporal's API. */
const STARTED = 2;

async function ofWorkflow<Answer>(
  address: string,
  workflowId: string,
  ask: (run: WorkflowHandle) => Promise<Answer>,
): Promise<Answer> {
  const connection = await Connection.connect({ address });
  try {
    return await ask(new Client({ connection }).workflow.getHandle(workflowId));
  } finally {
    await connection.close();
  }
}

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];

function runsIn(events: readonly HistoryEvent[]): readonly ActivityRun[] {
  const types = new Map<string, string>();
  const ends = new Map<string, { readonly at: number; readonly timedOut: boolean }>();
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled) types.set(String(event.eventId), scheduled.activityType?.name ?? '');
    const timedOut = event.activityTaskTimedOutEventAttributes;
    const ended =
      timedOut ??
      event.activityTaskCompletedEventAttributes ??
      event.activityTaskFailedEventAttributes;
    if (ended) {
      ends.set(String(ended.scheduledEventId), { at: timeOf(event), timedOut: Boolean(timedOut) });
    }
  }
  return events.flatMap((event) => {
    const started = event.activityTaskStartedEventAttributes;
    if (!started) return [];
    const id = String(started.scheduledEventId);
    const { at = 0, timedOut = false } = ends.get(id) ?? {};
    return {
      activity: types.get(id) ?? '',
      pid: Number.parseInt(started.identity ?? '', 10),
      attempt: started.attempt ?? 1,
      startedAt: timeOf(event),
      endedAt: at,
      lastFailure: failureOf(started.lastFailure),
      timedOut,
    };
  });
}

type Failure = NonNullable<
  NonNullable<HistoryEvent['activityTaskStartedEventAttributes']>['lastFailure']
>;

function failureOf(failure: Failure | null | undefined): string | null {
  if (!failure) return null;
  if (failure.timeoutFailureInfo) return 'timeout';
  return failure.applicationFailureInfo?.type ?? 'other';
}

function timeOf({ eventTime }: HistoryEvent): number {
  return Number(eventTime?.seconds ?? 0) * 1_000 + (eventTime?.nanos ?? 0) / 1_000_000;
}
