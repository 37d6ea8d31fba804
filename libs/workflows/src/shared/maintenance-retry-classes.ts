import { ActivityCancellationType, proxyActivities } from '@temporalio/workflow';
import type {
  ActivityTimeouts,
  BackupActivities,
  BulkChangeActivities,
  CleanUpActivities,
  ErasureActivities,
  ExportActivities,
  ImportActivities,
  NightlyBackupActivities,
  RestoreActivities,
  RetentionActivities,
  SnapshotActivities,
} from '#contracts/workflows';
import { LONGEST_OUTAGE } from './longest-outage.ts';

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
  return proxyActivities<BackupActivities>({
    ...hoursOfMaintenance(timeouts),
    retry: AN_HOUR,
  });
}

/**
 * `installation`, for the bin: what is removed is not there any more in the next try. A disk that is
 * away is tried again for about an hour.
 */
export function cleanUpActivities(timeouts: ActivityTimeouts): CleanUpActivities {
  return proxyActivities<CleanUpActivities>({
    ...hoursOfMaintenance(timeouts),
    retry: AN_HOUR,
  });
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

/** `installation`, for bulk changes: what is changed is noted, and left alone in the next try. */
export function bulkChangeActivities(timeouts: ActivityTimeouts): BulkChangeActivities {
  return proxyActivities<BulkChangeActivities>({
    ...hoursOfMaintenance(timeouts),
    retry: SOME_MINUTES,
  });
}

/** `installation`, for retention: what is removed is not due any more in the next try. */
export function retentionActivities(timeouts: ActivityTimeouts): RetentionActivities {
  return proxyActivities<RetentionActivities>({
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
