import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../schema/index.ts';

/**
 * Makes a task interactive that has not begun. One that somebody else has locked starts or ends
 * anyway. It is not waited for, because who ends it waits for the conversation, which is locked here.
 * @param change what else becomes of it
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
