import { eq, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { clips } from '../../schema/index.ts';
import { partKind } from './part-kind.ts';

/**
 * A clip with its exchange: all turns that are heard in it with their texts, and the memories that were
 * made of them.
 */
export const clipKind = partKind({
  kind: 'clip',
  scope: {
    turns: (id) => sql`
      SELECT turns.conversation_id, turns.id FROM turns
      WHERE turns.exchange_id IN (SELECT exchange_id FROM (${exchangeOf(id)}) AS heard)`,
    exchanges: exchangeOf,
    movedAfterClips: {
      turns: (id) => sql`exchange_id IN (
        SELECT spoken.exchange_id FROM turns AS spoken
        WHERE spoken.id IN (${moved(id, 'clips', 'turn_id')}))`,
      exchanges: (id) => sql`id IN (${moved(id, 'turns', 'exchange_id')})`,
    },
  },
  find: async (tx: Transaction, id: string) => {
    const { conversationId } = clips;
    const [found] = await tx.select({ conversationId }).from(clips).where(eq(clips.id, id));
    return found ? { conversationId: found.conversationId, exchangeId: null } : null;
  },
  event: (happening, subject, { revision, rows }) => {
    const { turnId, exchangeId } = rows;
    const clip = { clipId: subject.id, turnId: turnId ?? '', exchangeId };
    return happening === 'purged'
      ? { type: 'clip_purged', ...subject.event, data: clip }
      : { type: `clip_${happening}`, ...subject.event, data: { ...clip, revision } };
  },
});

/** A query of the conversation and the exchange of a clip. */
function exchangeOf(id: string): SQL {
  return sql`
    SELECT turns.conversation_id, turns.exchange_id
    FROM clips JOIN turns ON turns.id = clips.turn_id WHERE clips.id = ${id}`;
}

/** A query of a field of the rows that were moved from a table. */
function moved(id: string, table: 'clips' | 'turns', field: 'turn_id' | 'exchange_id'): SQL {
  return sql`SELECT row->>${field} FROM bin_rows WHERE item_id = ${id} AND table_name = ${table}`;
}
