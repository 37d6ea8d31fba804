import type { BulkAction, BulkSelection } from '#contracts/model';
import type { bulkChanges } from '../schema/index.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/** A request to change many things. */
export interface NewBulkChange {
  /** Whose things; `null` for those of all owners. */
  readonly ownerId: string | null;
  readonly action: BulkAction;
  /** Whether what is deleted cannot be restored. */
  readonly permanently: boolean;
  readonly selection: BulkSelection;
}

/** A requested bulk change with its task. */
export type BulkChangeRecord = Omit<typeof bulkChanges.$inferSelect, 'taskId'> & {
  readonly task: TaskRecord;
};
