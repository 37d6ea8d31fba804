import { and, eq, exists, gt, inArray, isNotNull, not, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { taskTypesWhere, type TaskState } from '#contracts/tasks';
import type { Database } from '../database/database.ts';
import { tasks } from '../schema/index.ts';

/** A task of these types works on the whole conversation, so a newer one stands for older ones. */
const OF_ALL = taskTypesWhere((kind) => kind.oneAtATime && kind.of === 'conversation');

/**
 * The states that tasks of conversations have, except those of ended tasks that a newer one stands
 * for. It reads a task that is completed, and all that are not, of which an index has few.
 * @param ids of the conversations
 * @returns different states by conversation; none for a conversation without tasks
 */
export async function workStatesOf(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly TaskState[]>> {
  if (ids.length === 0) return new Map();
  const { conversationId, state } = tasks;
  const isWanted = inArray(conversationId, [...ids]);
  const [unfinished, completed] = await Promise.all([
    db
      .selectDistinct({ conversationId, state })
      .from(tasks)
      // A literal instead of a parameter, so that the partial index applies.
      .where(and(isWanted, sql`${state} <> 'completed'`, not(isSuperseded(db)))),
    db.execute<{ id: string }>(sql`
      SELECT wanted.id FROM unnest(${sql.param([...ids])}::text[]) AS wanted (id) WHERE EXISTS (
        SELECT FROM tasks WHERE conversation_id = wanted.id AND state = 'completed')`),
  ]);
  const states = new Map<string, TaskState[]>();
  const add = (id: string, each: TaskState) => states.set(id, [...(states.get(id) ?? []), each]);
  for (const { id } of completed.rows) add(id, 'completed');
  for (const each of unfinished) if (each.conversationId) add(each.conversationId, each.state);
  return states;
}

function isSuperseded(db: Database) {
  const newer = alias(tasks, 'newer');
  const hasNewer = exists(
    db
      .select({ one: sql`1` })
      .from(newer)
      .where(
        and(
          eq(newer.conversationId, tasks.conversationId),
          eq(newer.type, tasks.type),
          gt(newer.id, tasks.id),
          isNotNull(newer.endedAt),
        ),
      ),
  );
  return sql`(${and(inArray(tasks.type, [...OF_ALL]), isNotNull(tasks.endedAt), hasNewer)})`;
}
