import type { MaintenanceCount } from '#contracts/workflows';
import { maintenanceActivities } from '../shared/retry-classes.ts';

/** Removes data whose retention period is over. Scheduled each night. */
export function housekeeping(): Promise<MaintenanceCount> {
  return maintenanceActivities().removeExpired();
}
