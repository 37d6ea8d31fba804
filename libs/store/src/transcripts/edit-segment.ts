import { eq } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { LockedConversation } from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { segments } from '../schema/index.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';
import type { SegmentRecord } from './read-turns.ts';

/**
 * Sets the edited text of a segment of a locked conversation, and signals the conversation, because its
 * summary is outdated.
 * @param edited `null` undoes the edit
 * @returns the revision of the conversation after it
 */
export async function editSegment(
  tx: Transaction,
  conversation: LockedConversation,
  segment: SegmentRecord,
  edited: string | null,
): Promise<number> {
  const { id: conversationId, ownerId } = conversation;
  const { id: segmentId, turnId } = segment;
  const revision = conversation.revision + 1;
  await appendAndApply(tx, [
    {
      type: 'segment_edited',
      ...{ ownerId, conversationId, taskId: null },
      idempotencyKey: `segment_edited:${segmentId}:${ulid()}`,
      data: { segmentId, turnId, revision, undone: edited === null },
    },
  ]);
  await tx.update(segments).set({ edited }).where(eq(segments.id, segmentId));
  await signalWork(tx, [conversationSignal(conversationId, ownerId)]);
  return revision;
}
