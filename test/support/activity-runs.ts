import { Client, Connection, type WorkflowHandle } from '@temporalio/client';

/** How an activity that is over ran the last time. */
export interface ActivityRun {
  readonly activity: string;
  /** Process id of the worker that had it last. */
  readonly pid: number;
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Why the try before did not work: the code of its error, or `timeout`; `null` for the first. */
  readonly lastFailure: string | null;
  readonly timedOut: boolean;
}

/** What Temporal's history of a workflow tells of its activities, in the order of their starts. */
export async function activityRuns(
  address: string,
  workflowId: string,
): Promise<readonly ActivityRun[]> {
  return ofWorkflow(address, workflowId, async (run) =>
    runsIn((await run.fetchHistory()).events ?? []),
  );
}

/** Process ids of the workers that have activities of a workflow in hand, one for each. */
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
