import { ulid } from 'ulid';
import type { binItems } from '../schema/index.ts';

type BinEventType = 'conversation_deleted' | 'conversation_restored' | 'conversation_purged';

/** What happens to an item of the bin, for the change log. */
export function binEvent(
  type: BinEventType,
  { id, ownerId }: Pick<typeof binItems.$inferSelect, 'id' | 'ownerId'>,
) {
  const subject = { ownerId, conversationId: id, taskId: null };
  return { type, ...subject, idempotencyKey: `${type}:${id}:${ulid()}`, data: {} } as const;
}
