import type { TaskRun } from '#contracts/tasks';
import type { NightlyBackupActivities } from '#contracts/workflows';
import { nightlyBackupActivities } from '../shared/maintenance-retry-classes.ts';

/**
 * Requests the nightly backup, as a task like any other. Scheduled at the time that the operator has
 * set.
 */
export function nightlyBackup(): Promise<TaskRun> {
  const activities: NightlyBackupActivities = nightlyBackupActivities();
  return activities.requestBackup();
}
