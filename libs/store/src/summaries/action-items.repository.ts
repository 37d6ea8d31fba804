import { and, asc, eq } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { ActionItemState, IdentifiedItem, MarkedItem } from '#contracts/model';
import { AppError } from '#platform';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { actionItemMarks } from '../schema/index.ts';
import { actionItemId } from './action-item-id.ts';
import { shownSummary } from './shown-summary.ts';

/** The items of the summary that is shown, and what people have decided of items of any. */
export interface MarkedItems {
  readonly items: readonly IdentifiedItem[];
  readonly marks: readonly MarkedItem[];
}

/** Action items with what people have decided of them, which outlasts every later summary. */
export class ActionItemsRepository {
  constructor(private readonly db: Database) {}

  /** The items of the newest summary, and those that people have ticked before. */
  list(conversationId: string): Promise<MarkedItems> {
    return read(this.db, conversationId);
  }

  /**
   * Ticks or removes an item, or takes that back.
   * @param itemId an item of the list, or one that was marked before
   * @returns all of it afterwards
   * @throws AppError `not_found` when there is no such conversation or item
   */
  async mark(conversationId: string, itemId: string, state: ActionItemState): Promise<MarkedItems> {
    return inTransaction(this.db, async (tx) => {
      const conversation = await lockConversation(tx, conversationId);
      if (!conversation) throw noConversation(conversationId);
      const { items, marks } = await read(tx, conversationId);
      const marked = marks.find(({ id }) => id === itemId);
      const item = marked ?? items.find(({ id }) => id === itemId);
      if (!item) throw noItem(itemId);
      // What a person has added may have no source.
      const [turnId = ''] = item.turnIds;
      if ((marked?.mark ?? 'open') === state) return { items, marks };
      await store(tx, conversationId, item, state);
      await appendAndApply(tx, [
        {
          type: 'action_item_marked',
          ...{ ownerId: conversation.ownerId, conversationId, taskId: null },
          idempotencyKey: `action_item_marked:${itemId}:${ulid()}`,
          data: { itemId, turnId, state },
        },
      ]);
      return read(tx, conversationId);
    });
  }
}

async function read(db: Database | Transaction, conversationId: string): Promise<MarkedItems> {
  const shown = await shownSummary(db, conversationId);
  const rows = await db
    .select()
    .from(actionItemMarks)
    .where(eq(actionItemMarks.conversationId, conversationId))
    .orderBy(asc(actionItemMarks.turnId), asc(actionItemMarks.itemId));
  const found = shown?.content.actionItems ?? [];
  return {
    items: found.map((item) => ({ ...item, id: actionItemId(item) })),
    marks: rows.map(({ itemId, turnId, mark, item }) => ({
      ...item,
      ...{ id: itemId, turnIds: turnId === '' ? [] : [turnId], mark },
    })),
  };
}

async function store(
  tx: Transaction,
  conversationId: string,
  { id: itemId, turnIds, text, who, when, certainty = 'certain' }: IdentifiedItem,
  state: ActionItemState,
): Promise<void> {
  const { conversationId: ofConversation, itemId: ofItem } = actionItemMarks;
  if (state === 'open') {
    await tx
      .delete(actionItemMarks)
      .where(and(eq(ofConversation, conversationId), eq(ofItem, itemId)));
    return;
  }
  const [turnId = ''] = turnIds;
  const change = { mark: state, markedAt: new Date() };
  await tx
    .insert(actionItemMarks)
    .values({ conversationId, itemId, turnId, item: { text, who, when, certainty }, ...change })
    .onConflictDoUpdate({ target: [ofConversation, ofItem], set: change });
}

function noConversation(id: string): AppError {
  return new AppError('not_found', `There is no conversation ${id}.`);
}

function noItem(itemId: string): AppError {
  return new AppError(
    'not_found',
    `There is no action item ${itemId} in this conversation. A newer summary may have other items.`,
  );
}
