import type { MaintenanceCount } from '#contracts/workflows';
import { maintenanceActivities } from '../shared/retry-classes.ts';

/** Removes each night what is kept for a time only and whose time is over. */
export function housekeeping(): Promise<MaintenanceCount> {
  return maintenanceActivities().removeExpired();
}
