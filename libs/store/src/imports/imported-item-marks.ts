import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { actionItemMarks } from '../schema/index.ts';
import { actionItemId } from '../summaries/action-item-id.ts';
import { newIdOf, type ConversationIds } from './conversation-ids.ts';
import type { ImportedConversation, Importing } from './imported.records.ts';

/**
 * Writes what people have decided of action items, with the ids that these have here. Every later summary
 * respects it.
 */
export async function writeImportedItemMarks(
  tx: Transaction,
  { ownerId, taskId }: Importing,
  { actionItemMarks: marks }: Pick<ImportedConversation, 'actionItemMarks'>,
  { conversationId, turns }: Pick<ConversationIds, 'conversationId' | 'turns'>,
): Promise<void> {
  if (marks.length === 0) return;
  const rows = marks.map(({ turnId: origin, mark, markedAt, ...item }) => {
    const turnId = newIdOf(turns, origin);
    const itemId = actionItemId({ text: item.text, turnIds: [turnId] });
    const { text, who, when, certainty = 'certain' } = item;
    const about = { text, who, when, certainty };
    return { conversationId, itemId, turnId, mark, item: about, markedAt: new Date(markedAt) };
  });
  const columns = ['conversationId', 'itemId', 'turnId', 'mark', 'item', 'markedAt'] as const;
  await insertRows(tx, actionItemMarks, columns, rows);
  await appendAndApply(
    tx,
    rows.map(({ itemId, turnId, mark: state }) => ({
      type: 'action_item_marked' as const,
      ...{ ownerId, conversationId, taskId },
      idempotencyKey: `action_item_marked:${conversationId}:${itemId}:imported`,
      data: { itemId, turnId, state },
    })),
  );
}
