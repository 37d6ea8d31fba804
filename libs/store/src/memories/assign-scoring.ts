import { eq, sql } from 'drizzle-orm';
import type { TaskPriority } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { conversationEntity } from '../events/conversation-entity.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS } from '../owners/owner-limits.ts';
import { memories } from '../schema/index.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import { taskCreated } from '../tasks/new-task.ts';
import type { NewMemory } from './memory.records.ts';
import { isScoredOwner } from './scored-owners.ts';

/**
 * Most memories of a task that belong to no conversation. A task holds a slot until it has scored all of
 * them, so this is how long a memory that is more urgent may have to wait for a slot: with a model that
 * takes two seconds and four calls at a time, less than a minute.
 */
export const MOST_LOOSE_MEMORIES = 100;

type MemoryToScore = Pick<NewMemory, 'id' | 'ownerId' | 'conversationId'>;

/** How a memory is scored that an application brings. */
export interface ScoringTerms {
  /** Whether the installation scores memories. */
  readonly scoring: boolean;
  readonly ledger: OwnerLedger;
  readonly priority: TaskPriority;
}

/**
 * A memory that has left its conversation, or has come back without one, is scored by itself, whatever
 * the limits are; it waits when memories of its owner are not scored.
 * @param scoring whether the installation scores memories
 */
export async function scoreLater(
  tx: Transaction,
  memory: MemoryToScore,
  scoring: boolean,
): Promise<void> {
  const ledger = await OwnerLedger.open(tx, NO_LIMITS, [memory.ownerId]);
  await assignScoringTask(tx, memory, { scoring, ledger, priority: 'interactive' });
}

/**
 * Adds the memory to a pending task of its owner and priority that has room, or creates a task. Does
 * nothing when memories of its owner are not scored.
 * @throws AppError `owner_limit_reached`
 */
export async function assignScoringTask(
  tx: Transaction,
  memory: MemoryToScore,
  { scoring, ledger, priority }: ScoringTerms,
): Promise<void> {
  if (!scoring) return;
  const { isScored, joined } = await joinOpenTask(tx, memory, priority);
  if (!isScored || joined) return;
  await createScoringTask(tx, memory, { ledger, priority, skipsQuietWait: false });
}

/** One statement, because floods of memories pass through here. */
async function joinOpenTask(
  tx: Transaction,
  { id, ownerId }: MemoryToScore,
  priority: TaskPriority,
): Promise<{ readonly isScored: boolean; readonly joined: boolean }> {
  const { rows } = await tx.execute<{ isScored: boolean; joined: boolean }>(sql`
    WITH open AS (
      SELECT id FROM tasks
      WHERE owner_id = ${ownerId} AND conversation_id IS NULL AND type = 'significance'
        AND state = 'pending' AND ended_at IS NULL AND priority = ${priority}
        AND total < ${MOST_LOOSE_MEMORIES} AND ${isScoredOwner(ownerId)}
      LIMIT 1 FOR UPDATE SKIP LOCKED
    ), joined AS (
      UPDATE tasks SET total = total + 1 FROM open WHERE tasks.id = open.id RETURNING tasks.id
    ), assigned AS (
      UPDATE memories SET significance_task_id = joined.id FROM joined WHERE memories.id = ${id}
      RETURNING memories.id
    )
    SELECT ${isScoredOwner(ownerId)} AS "isScored", EXISTS (SELECT FROM assigned) AS joined`);
  return rows[0] ?? { isScored: false, joined: false };
}

/** Creates the task that scores a memory. @throws AppError `owner_limit_reached` */
export async function createScoringTask(
  tx: Transaction,
  memory: MemoryToScore,
  {
    ledger,
    priority,
    skipsQuietWait,
  }: Omit<ScoringTerms, 'scoring'> & { readonly skipsQuietWait: boolean },
): Promise<string> {
  const { ownerId, conversationId } = memory;
  const refusal = ledger.take(ownerId, { tasks: 1, bytes: 0 });
  if (refusal) throw refusal;
  const created = taskCreated(
    { type: 'significance', conversationId },
    { ownerId, total: 1, priority, skipsQuietWait },
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
