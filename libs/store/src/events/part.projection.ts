import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { conversations, summaries } from '../schema/index.ts';
import type { EventOf } from './domain-events.ts';

type PartMoved = EventOf<
  'exchange_deleted' | 'exchange_restored' | 'clip_deleted' | 'clip_restored'
>;

/**
 * Something that was said has left its conversation, or is back: a new revision. The rows are moved by
 * whoever appends the event.
 */
export async function applyPartMoved(tx: Transaction, event: PartMoved, at: Date): Promise<void> {
  const { exchanges, clips } = countsOf(event);
  const { revision } = event.data;
  const isDeleted = event.type === 'exchange_deleted' || event.type === 'clip_deleted';
  const sign = isDeleted ? -1 : 1;
  await tx
    .update(conversations)
    .set({
      revision,
      ...(isDeleted ? { deletionRevision: revision } : {}),
      exchangeCount: sql`${conversations.exchangeCount} + ${sign * exchanges}::integer`,
      clipCount: sql`${conversations.clipCount} + ${sign * clips}::integer`,
      updatedAt: at,
    })
    .where(eq(conversations.id, event.conversationId));
}

/** The older summaries of the conversation are removed as well, so none is the newest. */
export async function applySummaryRemoved(
  tx: Transaction,
  { conversationId, data }: EventOf<'summary_removed'>,
): Promise<void> {
  await tx.delete(summaries).where(eq(summaries.id, data.summaryId));
  await tx
    .update(conversations)
    .set({ summaryRevision: null })
    .where(eq(conversations.id, conversationId));
}

function countsOf(event: PartMoved): { readonly exchanges: number; readonly clips: number } {
  if ('clips' in event.data) return { exchanges: 1, clips: event.data.clips };
  return { exchanges: event.data.exchangeId === null ? 0 : 1, clips: 1 };
}
