import {
  ActivityCancellationType,
  proxyActivities,
  proxyLocalActivities,
  type ActivityOptions,
} from '@temporalio/workflow';
import type {
  ActivityTimeouts,
  BackupActivities,
  CleanUpActivities,
  DocumentActivities,
  EntityActivities,
  ErasureActivities,
  ExportActivities,
  ImportActivities,
  LanguageActivities,
  MaintenanceActivities,
  NightlyBackupActivities,
  ReportActivities,
  RestoreActivities,
  SnapshotActivities,
  SpeechActivities,
  TaskActivities,
  TranscriptActivities,
} from '#contracts/workflows';

/** Work is given up only after an outage that nobody has ended for a month. */
const LONGEST_OUTAGE = '30 days';

/** Work of an engine. A cancelled run waits until the engine has stopped. */
function longWork({ startToCloseMs, heartbeatMs }: ActivityTimeouts) {
  return {
    startToCloseTimeout: startToCloseMs,
    heartbeatTimeout: heartbeatMs,
    scheduleToCloseTimeout: LONGEST_OUTAGE,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  } as const;
}

/** Work on the whole installation. A cancelled run waits until the programs it started have ended. */
function hoursOfMaintenance({ heartbeatMs }: ActivityTimeouts) {
  return {
    taskQueue: 'maintenance',
    startToCloseTimeout: '12 hours',
    heartbeatTimeout: heartbeatMs,
    scheduleToCloseTimeout: '2 days',
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
    retry: {
      initialInterval: '100ms',
      backoffCoefficient: 2,
      maximumInterval: '1 minute',
      maximumAttempts: 100,
    },
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

/** Twenty tries within about an hour, after which people should learn of the trouble. */
const AN_HOUR = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '5 minutes',
  maximumAttempts: 20,
} as const;

/**
 * `installation`: hours, with heartbeats. What is finished stays in its place and is not done again.
 * A place that is away is tried again for about an hour; then the task fails, so that people learn
 * of it. A cancelled run waits until the programs that it has started have ended.
 */
export function backupActivities(timeouts: ActivityTimeouts): BackupActivities {
  return proxyActivities<BackupActivities>({ ...hoursOfMaintenance(timeouts), retry: AN_HOUR });
}

/**
 * `installation`, for the bin: what is removed is not there any more in the next try. A disk that is
 * away is tried again for about an hour.
 */
export function cleanUpActivities(timeouts: ActivityTimeouts): CleanUpActivities {
  return proxyActivities<CleanUpActivities>({ ...hoursOfMaintenance(timeouts), retry: AN_HOUR });
}

/**
 * `installation`, for erasures: what is gone is not there any more in the next try. A place of backups, a
 * disk or a Temporal that is away is tried again for about an hour; then the task fails, so that people
 * learn of it.
 */
export function erasureActivities(timeouts: ActivityTimeouts): ErasureActivities {
  return proxyActivities<ErasureActivities>({ ...hoursOfMaintenance(timeouts), retry: AN_HOUR });
}

/**
 * `installation`, for minutes. A disk that fails is tried for about a minute; then the task fails, so
 * that people learn of it, and the next one that is due tries again.
 */
export function snapshotActivities(timeouts: ActivityTimeouts): SnapshotActivities {
  return proxyActivities<SnapshotActivities>({
    ...hoursOfMaintenance(timeouts),
    retry: {
      initialInterval: '1 second',
      backoffCoefficient: 2,
      maximumInterval: '1 minute',
      maximumAttempts: 6,
    },
  });
}

/** Ten tries within some minutes, after which people should learn of the trouble. */
const SOME_MINUTES = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '1 minute',
  maximumAttempts: 10,
} as const;

/**
 * `installation`, for exports: hours, with heartbeats. A try that is lost is repeated from the start of
 * its step. A disk that fails is tried for some minutes; then the task fails, so that people learn of it.
 */
export function exportActivities(
  timeouts: ActivityTimeouts,
): Omit<ExportActivities, 'discardExport'> {
  return proxyActivities<ExportActivities>({
    ...hoursOfMaintenance(timeouts),
    retry: SOME_MINUTES,
  });
}

/**
 * `installation`, for imports: hours, with heartbeats. A try that is lost is repeated from the start of
 * its step, which leaves alone what is stored.
 */
export function importActivities(timeouts: ActivityTimeouts): ImportActivities {
  return proxyActivities<ImportActivities>({
    ...hoursOfMaintenance(timeouts),
    retry: SOME_MINUTES,
  });
}

/** `maintenance`, for what a run leaves: what cannot be removed now is removed with expired exports. */
export function discardActivities(): Pick<ExportActivities, 'discardExport'> {
  return proxyActivities<Pick<ExportActivities, 'discardExport'>>({
    taskQueue: 'maintenance',
    startToCloseTimeout: '2 minutes',
    scheduleToCloseTimeout: '5 minutes',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },
  });
}

/** `database`, on the `maintenance` queue: one short transaction that must happen tonight. */
export function nightlyBackupActivities(): NightlyBackupActivities {
  return proxyActivities<NightlyBackupActivities>({
    taskQueue: 'maintenance',
    startToCloseTimeout: '2 minutes',
    scheduleToCloseTimeout: '20 hours',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  });
}

/**
 * `installation`: hours, with heartbeats, but few tries: some steps block writers, so a place that is
 * away ends the restore within a minute, and everything is as before. A cancelled run waits until the
 * programs that it has started have ended.
 */
export function restoreActivities(timeouts: ActivityTimeouts): RestoreActivities {
  return proxyActivities<RestoreActivities>({
    ...hoursOfMaintenance(timeouts),
    scheduleToCloseTimeout: '1 day',
    retry: {
      initialInterval: '500ms',
      backoffCoefficient: 2,
      maximumInterval: '10 seconds',
      maximumAttempts: 7,
    },
  });
}

/** `database`, on the `maintenance` queue: undoing a restore must happen, however long it takes. */
export function undoActivities(): Pick<RestoreActivities, 'undoRestore'> {
  return proxyActivities<Pick<RestoreActivities, 'undoRestore'>>({
    taskQueue: 'maintenance',
    startToCloseTimeout: '10 minutes',
    heartbeatTimeout: '15 seconds',
    scheduleToCloseTimeout: LONGEST_OUTAGE,
    retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  });
}
