import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { lockConversations } from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { movedEvent } from '../projects/moved-event.ts';
import { binItems, binRows, conversations } from '../schema/index.ts';
import type { BinItemRecord } from './bin-item.records.ts';

/** The conversations of a deleted project belong to none. The caller has locked them. */
export async function releaseConversations(
  tx: Transaction,
  ownerId: string,
  ids: readonly string[],
): Promise<void> {
  await tx
    .update(conversations)
    .set({ projectId: null })
    .where(inArray(conversations.id, [...ids]));
  await appendAndApply(
    tx,
    ids.map((id) => movedEvent(ownerId, id, null)),
  );
}

/**
 * The conversations that a project had when it was deleted belong to it again, also those that are
 * in the bin by now; not those that have joined another one.
 */
export async function bringBackConversations(
  tx: Transaction,
  { id: projectId, ownerId, conversationIds }: BinItemRecord,
): Promise<void> {
  await lockConversations(tx, conversationIds);
  const ids = [...conversationIds];
  const present = await tx
    .update(conversations)
    .set({ projectId })
    .where(and(inArray(conversations.id, ids), isNull(conversations.projectId)))
    .returning({ id: conversations.id });
  const binned = await tx
    .update(binRows)
    .set({ row: sql`jsonb_set(${binRows.row}, '{project_id}', to_jsonb(${projectId}::text))` })
    .where(
      and(
        inArray(binRows.itemId, ids),
        eq(binRows.tableName, 'conversations'),
        sql`${binRows.row}->>'project_id' IS NULL`,
      ),
    )
    .returning({ id: binRows.itemId });
  await appendAndApply(
    tx,
    [...present, ...binned].map(({ id }) => movedEvent(ownerId, id, projectId)),
  );
}

/**
 * Lets a restored conversation come back to its project with that project.
 * @returns `false` when the project is not in the bin
 */
export async function comeBackWith(
  tx: Transaction,
  projectId: string,
  conversationId: string,
): Promise<boolean> {
  const { rowCount } = await tx
    .update(binItems)
    .set({
      conversationIds: sql`${binItems.conversationIds} || to_jsonb(${conversationId}::text)`,
    })
    .where(and(eq(binItems.id, projectId), eq(binItems.kind, 'project')));
  return rowCount !== 0;
}

/** A conversation that is gone for good comes back to no project. */
export async function forgetConversation(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(binItems)
    .set({ conversationIds: sql`${binItems.conversationIds} - ${id}::text` })
    .where(and(eq(binItems.kind, 'project'), sql`${binItems.conversationIds} ? ${id}`));
}
