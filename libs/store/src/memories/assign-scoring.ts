import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { conversationEntity } from '../events/conversation-entity.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS } from '../owners/owner-limits.ts';
import { memories, tasks } from '../schema/index.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import { taskCreated } from '../tasks/new-task.ts';
import type { NewMemory } from './memory.records.ts';

type MemoryToScore = Pick<NewMemory, 'id' | 'ownerId' | 'conversationId'>;

/** A restored memory that belongs to no conversation is scored again, whatever the limits are. */
export async function scoreLater(tx: Transaction, memory: MemoryToScore): Promise<void> {
  const ledger = await OwnerLedger.open(tx, NO_LIMITS, [memory.ownerId]);
  await assignScoringTask(tx, memory, ledger);
}

/** Adds the memory to a pending task of its owner, or creates a task. */
export async function assignScoringTask(
  tx: Transaction,
  memory: MemoryToScore,
  ledger: OwnerLedger,
): Promise<void> {
  const [open] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.ownerId, memory.ownerId),
        isNull(tasks.conversationId),
        eq(tasks.type, 'significance'),
        eq(tasks.state, 'pending'),
      ),
    )
    .limit(1)
    .for('update', { skipLocked: true });
  if (!open) {
    await createScoringTask(tx, memory, { ledger, skipsQuietWait: false });
    return;
  }
  await tx
    .update(tasks)
    .set({ total: sql`${tasks.total} + 1` })
    .where(eq(tasks.id, open.id));
  await assignTo(tx, memory, open.id);
}

/** Creates the task that scores a memory. @throws AppError `owner_limit_reached` */
export async function createScoringTask(
  tx: Transaction,
  memory: MemoryToScore,
  { ledger, skipsQuietWait }: { readonly ledger: OwnerLedger; readonly skipsQuietWait: boolean },
): Promise<string> {
  const { ownerId, conversationId } = memory;
  const refusal = ledger.take(ownerId, { tasks: 1, bytes: 0 });
  if (refusal) throw refusal;
  const created = taskCreated(
    { type: 'significance', conversationId },
    { ownerId, total: 1, skipsQuietWait },
  );
  await appendAndApply(tx, [created]);
  await assignTo(tx, memory, created.taskId);
  const entity = conversationEntity(conversationId);
  await enqueueForTemporal(tx, { id: created.taskId, attempt: 1, ownerId, ...entity });
  return created.taskId;
}

async function assignTo(tx: Transaction, { id }: MemoryToScore, taskId: string): Promise<void> {
  await tx.update(memories).set({ significanceTaskId: taskId }).where(eq(memories.id, id));
}
