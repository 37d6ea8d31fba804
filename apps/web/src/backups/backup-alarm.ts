import type { BackupStatus, Task } from '../api/types.ts';
import { failedTwice } from './backup-outcome.ts';
import { headlineOf } from './backup-words.ts';

/**
 * Why a person should look at the backups now.
 *
 * @param status - The status of the backups.
 * @param tasks - The latest tasks of the type `backup`, newest first.
 * @param nowMs - Now, in milliseconds since 1970.
 * @returns Such as `No good backup for 3 days`; `null` when all is well.
 */
export function alarmOf(
  status: BackupStatus,
  tasks: readonly Pick<Task, 'state'>[],
  nowMs: number,
): string | null {
  if (status.overdue) return headlineOf(status, nowMs).words;
  return failedTwice(tasks) ? 'The last two backups failed' : null;
}
