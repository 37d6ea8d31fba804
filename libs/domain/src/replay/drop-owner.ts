import { dropPurged } from './drop-purged.ts';
import type { LoggedEventOf } from './logged-event.ts';
import type { Replayed } from './replayed.ts';

/**
 * Drops what is left of an owner that is erased. What can be deleted was purged before; the tasks that
 * belong to nothing of it were removed with this event, and have its pseudonym.
 */
export function dropOwner(state: Replayed, { ownerId }: LoggedEventOf<'owner_erased'>): void {
  dropPurged(state);
  for (const [id, task] of state.rows.tasks) {
    if (task.ownerId === ownerId) state.rows.tasks.delete(id);
  }
}
