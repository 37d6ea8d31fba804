import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { taskTypesWhere } from '#contracts/tasks';
import type { EntityKind, EntityRef, PendingWork, WorkSignal } from '#contracts/workflows';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { tasks } from '../schema/index.ts';
import type { EntityWork } from './entity-work.port.ts';

/** Few enough for the history that they are written into each time. */
const MOST_TASKS = 100;

/** Work that waits for entities. What was taken is known from here alone, not from signals. */
export class PendingWorkRepository {
  constructor(
    private readonly db: Database,
    private readonly entities: Readonly<Record<EntityKind, EntityWork>>,
  ) {}

  /**
   * Makes tasks of what waits for an entity. Taking twice makes nothing twice.
   * @returns the tasks of the entity whose work has not begun. Recordings may wait for long, so they
   * come last and nothing short waits behind them; otherwise the oldest first
   */
  async take(entity: EntityRef): Promise<PendingWork> {
    return inTransaction(this.db, async (tx) => {
      const { created, more } = await this.entities[entity.kind].claim(tx, entity.id);
      await appendAndApply(tx, created);
      const pending = await pendingTasks(tx, entity);
      return { tasks: pending, more: more || pending.length === MOST_TASKS };
    });
  }

  /**
   * Gives up what waits: the tasks that it would have become are made, and cancelled at once, so
   * nobody takes it later and a person can still have them retried.
   * @returns ids of the tasks
   */
  async giveUp(entity: EntityRef): Promise<readonly string[]> {
    return inTransaction(this.db, async (tx) => {
      const ids: string[] = [];
      for (let more = true; more;) {
        const claimed = await this.entities[entity.kind].claim(tx, entity.id);
        const { created } = claimed;
        await appendAndApply(tx, [...created, ...created.map(cancelledUnbegun)]);
        ids.push(...created.map(({ taskId }) => taskId));
        more = claimed.more;
      }
      return ids;
    });
  }

  /**
   * Entities of one kind that have something to be done and no signal that says so.
   * @param afterId the last one of the page before; `''` for the first page
   */
  async unsignalled(
    kind: EntityKind,
    afterId: string,
    limit: number,
  ): Promise<readonly WorkSignal[]> {
    const { hasWork, table } = this.entities[kind];
    const { rows } = await this.db.execute<{ id: string; ownerId: string }>(sql`
      WITH work AS (
        SELECT entity_id AS id FROM tasks WHERE state = 'pending' AND entity_kind = ${kind}
        UNION ${hasWork}
      )
      SELECT work.id, entity.owner_id AS "ownerId"
      FROM work JOIN ${table} AS entity ON entity.id = work.id
      WHERE work.id > ${afterId} AND NOT EXISTS (
        SELECT FROM work_signals
        WHERE work_signals.entity_kind = ${kind} AND work_signals.entity_id = work.id
      )
      ORDER BY work.id LIMIT ${limit}`);
    return rows.map(({ id, ownerId }) => ({ kind, id, ownerId }));
  }
}

function cancelledUnbegun(created: EventOf<'task_created'>): EventOf<'task_cancelled'> {
  const { ownerId, conversationId, taskId } = created;
  const idempotencyKey = `task_cancelled:${taskId}:1`;
  const data = { attempt: 1 };
  return { type: 'task_cancelled', ownerId, conversationId, taskId, idempotencyKey, data };
}

function pendingTasks(tx: Transaction, { kind, id }: EntityRef) {
  const { id: taskId, type, attempt, workflowId, conversationId, clipId } = tasks;
  const { skipsQuietWait, priority } = tasks;
  const recordings = taskTypesWhere(({ queue }) => queue === 'speech');
  return tx
    .select({ taskId, type, attempt, workflowId, conversationId, clipId, skipsQuietWait, priority })
    .from(tasks)
    .where(and(eq(tasks.entityKind, kind), eq(tasks.entityId, id), sql`${tasks.state} = 'pending'`))
    .orderBy(inArray(type, [...recordings]), asc(taskId))
    .limit(MOST_TASKS);
}
