import {
  ActivityCancellationType,
  proxyActivities,
  proxyLocalActivities,
  type ActivityOptions,
} from '@temporalio/workflow';
import type {
  ActivityTimeouts,
  DiarisationActivities,
  DocumentActivities,
  EntityActivities,
  ImportProbeActivities,
  LanguageActivities,
  MaintenanceActivities,
  ReportActivities,
  SpeechActivities,
  TaskActivities,
  TranscriptActivities,
} from '#contracts/workflows';
import { LONGEST_OUTAGE } from './longest-outage.ts';

/** Work of an engine. A cancelled run waits until the engine has stopped. */
function longWork({ startToCloseMs, heartbeatMs }: ActivityTimeouts) {
  return {
    startToCloseTimeout: startToCloseMs,
    heartbeatTimeout: heartbeatMs,
    scheduleToCloseTimeout: LONGEST_OUTAGE,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  } as const;
}

/**
 * `database`: short transactions. Many tries, so that work continues once PostgreSQL is available
 * again; all of them are idempotent.
 */
export function databaseActivities(): TaskActivities & TranscriptActivities {
  return proxyActivities<TaskActivities & TranscriptActivities>({
    taskQueue: 'orchestration',
    startToCloseTimeout: '2 minutes',
    scheduleToCloseTimeout: LONGEST_OUTAGE,
    retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
  });
}

/**
 * `database`, as a local activity in the worker of the workflow: one transaction, so short that a
 * task queue would make it three times as long. It gives up soon, so that it never holds up the
 * worker; the workflow calls it again, ever more rarely, for as long as it takes.
 */
export function localDatabaseActivities(): EntityActivities {
  return proxyLocalActivities<EntityActivities>({
    startToCloseTimeout: '30 seconds',
    scheduleToCloseTimeout: '1 minute',
    // Longer than all waits, which would otherwise become timers in the history.
    localRetryThreshold: '10 seconds',
    retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumAttempts: 4 },
  });
}

const SPEECH_RETRY = {
  initialInterval: '100ms',
  backoffCoefficient: 2,
  maximumInterval: '1 minute',
  maximumAttempts: 100,
} as const;

/**
 * `speech`: long, with heartbeats. A lost worker is detected by a missing heartbeat, a hung one by
 * the start-to-close timeout. The first wait is short, because a lost worker is usually back by the
 * time it is detected. The number of tries is limited to 100, because a chunk may kill its worker each
 * time. Work may wait in the queue for days behind other recordings. A cancelled run waits until the
 * engine has stopped.
 * @param summary name of the activity in the Temporal Web UI
 */
export function speechActivities(timeouts: ActivityTimeouts, summary?: string): SpeechActivities {
  return proxyActivities<SpeechActivities>({
    ...(summary === undefined ? {} : { summary }),
    taskQueue: 'speech',
    ...longWork(timeouts),
    retry: SPEECH_RETRY,
  });
}

/** `speech`, for speakers alone: as for clips. Voices that are stored are not embedded again. */
export function diarisationActivities(timeouts: ActivityTimeouts): DiarisationActivities {
  return proxyActivities<DiarisationActivities>({
    taskQueue: 'speech',
    ...longWork(timeouts),
    retry: SPEECH_RETRY,
  });
}

/**
 * `speech`, for the recordings of an import: as for clips. What was opened is noted, so a try that is
 * lost goes on with the others.
 */
export function importProbeActivities(timeouts: ActivityTimeouts): ImportProbeActivities {
  return proxyActivities<ImportProbeActivities>({
    taskQueue: 'speech',
    ...longWork(timeouts),
    retry: SPEECH_RETRY,
  });
}

/**
 * `engine`: minutes, with heartbeats. A model that is unavailable or busy is called again later, at
 * the time that it names if it names one. Answers of earlier calls are stored, and the calls are
 * not repeated. A cancelled run waits until the call has ended.
 * @param shared options of an activity within the run of an entity
 */
export function languageActivities(
  timeouts: ActivityTimeouts,
  shared: Pick<ActivityOptions, 'activityId' | 'priority' | 'summary'> = {},
): LanguageActivities {
  return proxyActivities<LanguageActivities>({
    ...shared,
    taskQueue: 'language',
    ...longWork(timeouts),
    retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '2 minutes' },
  });
}

/**
 * `engine`, for the steps of a report. Its time limit ends the tries, so they may go on until then.
 */
export function reportActivities(timeouts: ActivityTimeouts): ReportActivities {
  return proxyActivities<ReportActivities>({
    taskQueue: 'language',
    ...longWork(timeouts),
    retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
  });
}

/**
 * `engine`, for documents: a process of its own reads them within its own limits, so a try that is
 * lost is repeated, and a document that cannot be read is not.
 */
export function documentActivities(timeouts: ActivityTimeouts): DocumentActivities {
  return proxyActivities<DocumentActivities>({
    taskQueue: 'language',
    ...longWork(timeouts),
    retry: {
      initialInterval: '500ms',
      backoffCoefficient: 2,
      maximumInterval: '1 minute',
      // A document that kills its worker each time must not be tried without end.
      maximumAttempts: 100,
    },
  });
}

/**
 * `maintenance`: scans of the whole database. Few tries, because the next scheduled run does the
 * same again.
 */
export function maintenanceActivities(): MaintenanceActivities {
  return proxyActivities<MaintenanceActivities>({
    taskQueue: 'maintenance',
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout: '10 seconds',
    scheduleToCloseTimeout: '3 minutes',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },
  });
}
