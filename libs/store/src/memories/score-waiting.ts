import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { conversationEntity } from '../events/conversation-entity.ts';
import { memories, tasks } from '../schema/index.ts';
import { enqueueForTemporal } from '../signals/enqueue-for-temporal.ts';
import { taskCreated } from '../tasks/new-task.ts';
import { MOST_LOOSE_MEMORIES } from './assign-scoring.ts';
import { isScored, isScoredOwner } from './scored-owners.ts';

/**
 * Memories that have waited because their owner was not scored, and belong to no conversation: the oldest
 * of them get a task. An owner has one such task at a time, which is behind all interactive work; whoever
 * completes it calls this again, so the rest costs neither a burst of tasks nor one of model calls.
 * @param scoring whether the installation scores memories
 * @returns whether a task was created
 */
export async function scoreWaiting(
  tx: Transaction,
  ownerId: string,
  scoring: boolean,
): Promise<boolean> {
  const isWaiting = and(
    eq(memories.ownerId, ownerId),
    isNull(memories.conversationId),
    isNull(memories.significanceTaskId),
  );
  const [first] = await tx.select({ id: memories.id }).from(memories).where(isWaiting).limit(1);
  if (!first || !(await isScored(tx, scoring, ownerId))) return false;
  // Two that ask at the same time would both find no open task.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`score:${ownerId}`}, 0))`);
  if (await hasOpenTask(tx, ownerId)) return false;
  const taskId = newId('task');
  const oldest = tx
    .select({ id: memories.id })
    .from(memories)
    .where(isWaiting)
    .orderBy(asc(memories.id))
    .limit(MOST_LOOSE_MEMORIES)
    .for('update', { skipLocked: true });
  const { rowCount } = await tx
    .update(memories)
    .set({ significanceTaskId: taskId })
    .where(sql`${memories.id} IN (${oldest})`);
  const total = rowCount ?? 0;
  if (total === 0) return false;
  const purpose = { type: 'significance', conversationId: null } as const;
  await appendAndApply(tx, [taskCreated(purpose, { taskId, ownerId, total, priority: 'batch' })]);
  await enqueueForTemporal(tx, { id: taskId, attempt: 1, ownerId, ...conversationEntity(null) });
  return true;
}

/**
 * Owners that are scored and have memories of no conversation that wait, in order. It looks up each owner
 * with waiting memories once, however many memories those have that are not scored.
 * @param afterOwnerId last owner of the previous page; `''` for the first page
 * @param limit maximum number of owners
 */
export async function ownersWithWaiting(
  db: Database,
  afterOwnerId: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await db.execute<{ ownerId: string }>(sql`
    WITH RECURSIVE waiting AS (
      SELECT ${nextWaiting(sql`${afterOwnerId}`)} AS owner_id
      UNION ALL
      SELECT ${nextWaiting(sql`waiting.owner_id`)} FROM waiting WHERE waiting.owner_id IS NOT NULL
    )
    SELECT owner_id AS "ownerId" FROM waiting
    WHERE owner_id IS NOT NULL AND ${isScoredOwner(sql`waiting.owner_id`)} AND EXISTS (
      SELECT FROM memories WHERE memories.owner_id = waiting.owner_id
        AND conversation_id IS NULL AND significance_task_id IS NULL)
    LIMIT ${limit}`);
  return rows.map(({ ownerId }) => ownerId);
}

function nextWaiting(after: ReturnType<typeof sql>) {
  return sql`(
    SELECT memories.owner_id FROM memories
    WHERE significance_task_id IS NULL AND memories.owner_id > ${after}
    ORDER BY memories.owner_id LIMIT 1)`;
}

async function hasOpenTask(tx: Transaction, ownerId: string): Promise<boolean> {
  const open = await tx.$count(
    tasks,
    and(
      eq(tasks.ownerId, ownerId),
      isNull(tasks.conversationId),
      eq(tasks.type, 'significance'),
      eq(tasks.priority, 'batch'),
      isNull(tasks.endedAt),
    ),
  );
  return open > 0;
}
