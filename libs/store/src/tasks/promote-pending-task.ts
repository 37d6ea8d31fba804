import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../schema/index.ts';

/**
 * Promotes a pending task. Does nothing to a task that another transaction has locked: that one
 * starts or ends anyway. Waiting for its lock could deadlock, because the other transaction may
 * wait for the conversation, which is locked here.
 * @param change the columns to set; by default the task becomes interactive
 */
export async function promotePendingTask(
  tx: Transaction,
  taskId: string,
  change: { readonly skipsQuietWait?: true; readonly priority?: 'interactive' } = INTERACTIVE,
): Promise<void> {
  const waiting = tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.state, 'pending')))
    .for('update', { skipLocked: true });
  await tx.update(tasks).set(change).where(inArray(tasks.id, waiting));
}

const INTERACTIVE = { priority: 'interactive' } as const;
