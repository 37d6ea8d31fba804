import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { exchanges } from '../../schema/index.ts';
import { partKind } from './part-kind.ts';

/** An exchange with its turns, clips and texts, and the memories that were made of it. */
export const exchangeKind = partKind({
  kind: 'exchange',
  scope: {
    turns: (id) =>
      sql`SELECT turns.conversation_id, turns.id FROM turns WHERE turns.exchange_id = ${id}`,
    exchanges: (id) => sql`
      SELECT exchanges.conversation_id, exchanges.id FROM exchanges WHERE exchanges.id = ${id}`,
    movedAfterClips: {
      turns: (id) => sql`exchange_id = ${id}`,
      exchanges: (id) => sql`id = ${id}`,
    },
  },
  find: async (tx: Transaction, id: string) => {
    const [found] = await tx.select().from(exchanges).where(eq(exchanges.id, id));
    return found ? { conversationId: found.conversationId, exchangeId: null } : null;
  },
  event: (happening, subject, { revision, rows }) => {
    const exchangeId = subject.id;
    return happening === 'purged'
      ? { type: 'exchange_purged', ...subject.event, data: { exchangeId } }
      : {
          type: `exchange_${happening}`,
          ...subject.event,
          data: { exchangeId, revision, clips: rows.clips },
        };
  },
});
