import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ExportScope } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { EVENT_COLUMNS, type EventRecord } from '../events/event-record.ts';
import {
  clips,
  conversations,
  documents,
  events,
  exchanges,
  memories,
  projects,
  tasks,
  turns,
} from '../schema/index.ts';
import { rowPages } from './row-pages.ts';

const PAGE = 1_000;

/**
 * The events of a scope, oldest first. The work of exports is left out, because each export would
 * otherwise differ from the one before it.
 */
export function exportedEvents(
  tx: Transaction,
  scope: ExportScope,
  ownerId: string,
): AsyncGenerator<EventRecord> {
  return rowPages<EventRecord>(PAGE, (after, size) =>
    tx
      .select(EVENT_COLUMNS)
      .from(events)
      .where(
        and(
          eq(events.ownerId, ownerId),
          isOf(scope, ownerId),
          isShown(ownerId),
          after ? gt(events.sequence, after.sequence) : undefined,
        ),
      )
      .orderBy(asc(events.sequence))
      .limit(size),
  );
}

/** Not about something that is deleted, nor of its work, nor of the work of exports. */
function isShown(ownerId: string): SQL {
  const { conversationId, data, taskId } = events;
  const presentIn = (table: PgTable) => sql`(SELECT id FROM ${table} WHERE owner_id = ${ownerId})`;
  const isThere = (id: SQL, table: PgTable) =>
    sql`(${id} IS NULL OR EXISTS (SELECT 1 FROM ${table} AS present WHERE present.id = ${id}))`;
  return sql`
    ${isThere(sql`${data}->>'exchangeId'`, exchanges)} AND ${isThere(sql`${data}->>'turnId'`, turns)}
    AND ${isThere(sql`${data}->>'clipId'`, clips)}
    AND (${conversationId} IS NULL OR ${conversationId} IN ${presentIn(conversations)})
    AND (${data}->>'memoryId' IS NULL OR ${data}->>'memoryId' IN ${presentIn(memories)})
    AND (${data}->>'documentId' IS NULL OR ${data}->>'documentId' IN ${presentIn(documents)})
    AND (${conversationId} IS NOT NULL OR ${data}->>'projectId' IS NULL
      OR ${data}->>'projectId' IN ${presentIn(projects)})
    AND (${taskId} IS NULL OR EXISTS (
      SELECT 1 FROM ${tasks} WHERE ${tasks.id} = ${taskId} AND ${tasks.type} <> 'export'))`;
}

function isOf({ kind, id }: ExportScope, ownerId: string): SQL | undefined {
  if (kind === 'owner') return undefined;
  if (kind === 'conversation') return eq(events.conversationId, id);
  return sql`(
    ${events.data}->>'projectId' = ${id}
    OR ${events.conversationId} IN (
      SELECT ${conversations.id} FROM ${conversations}
      WHERE ${conversations.projectId} = ${id} AND ${conversations.ownerId} = ${ownerId})
    OR ${events.taskId} IN (
      SELECT ${tasks.id} FROM ${tasks}
      WHERE ${tasks.entityKind} = 'project' AND ${tasks.entityId} = ${id}))`;
}
