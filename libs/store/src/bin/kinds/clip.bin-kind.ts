import { eq, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { clips, turns } from '../../schema/index.ts';
import { partKind } from './part-kind.ts';

/**
 * A clip with its turn and its text. An exchange without another turn goes with it, and the memories
 * that were made of that exchange.
 */
export const clipKind = partKind({
  kind: 'clip',
  scope: {
    turns: (id) =>
      sql`SELECT clips.conversation_id, clips.turn_id FROM clips WHERE clips.id = ${id}`,
    exchanges: (id) => sql`
      SELECT turns.conversation_id, turns.exchange_id
      FROM clips JOIN turns ON turns.id = clips.turn_id
      WHERE clips.id = ${id} AND NOT EXISTS (
        SELECT FROM turns AS other
        WHERE other.exchange_id = turns.exchange_id AND other.id <> turns.id)`,
    movedAfterClips: {
      turns: (id) => sql`id IN (${moved(id, 'clips', 'turn_id')})`,
      exchanges: (id) => sql`id IN (${moved(id, 'turns', 'exchange_id')})
        AND NOT EXISTS (SELECT FROM turns AS other WHERE other.exchange_id = exchanges.id)`,
    },
  },
  find: async (tx: Transaction, id: string) => {
    const { exchangeId, conversationId } = turns;
    const [found] = await tx
      .select({ conversationId, exchangeId, turnId: turns.id })
      .from(clips)
      .innerJoin(turns, eq(turns.id, clips.turnId))
      .where(eq(clips.id, id));
    if (!found) return null;
    const hasOthers = sql`${exchangeId} = ${found.exchangeId} AND ${turns.id} <> ${found.turnId}`;
    const stays = (await tx.$count(turns, hasOthers)) > 0;
    return { conversationId: found.conversationId, exchangeId: stays ? found.exchangeId : null };
  },
  event: (happening, subject, { revision, rows }) => {
    const { turnId, exchangeId } = rows;
    const clip = { clipId: subject.id, turnId: turnId ?? '', exchangeId };
    return happening === 'purged'
      ? { type: 'clip_purged', ...subject.event, data: clip }
      : { type: `clip_${happening}`, ...subject.event, data: { ...clip, revision } };
  },
});

/** A query of a field of the rows that were moved from a table. */
function moved(id: string, table: 'clips' | 'turns', field: 'turn_id' | 'exchange_id'): SQL {
  return sql`SELECT row->>${field} FROM bin_rows WHERE item_id = ${id} AND table_name = ${table}`;
}
