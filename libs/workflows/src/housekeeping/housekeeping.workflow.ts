import type { UpkeepCount } from '#contracts/messages';
import { upkeepActivities } from '../shared/retry-classes.ts';

/** Removes each night what is kept for a time only and whose time is over. */
export function housekeeping(): Promise<UpkeepCount> {
  return upkeepActivities().removeExpired();
}
