import { asc, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { events } from '../schema/index.ts';
import { withoutWords } from './event-words.rule.ts';

/**
 * Gives events a pseudonym in the place of their owner, and takes the words out of them, the oldest
 * first. The log stays complete for its readers: no event is added, removed or moved.
 * @param condition which events; none any more that were renamed
 * @returns how many
 */
export async function renameEvents(
  tx: Transaction,
  condition: SQL,
  pseudonym: string,
  limit: number,
): Promise<number> {
  const { sequence, type, data } = events;
  const found = await tx
    .select({ sequence, type, data })
    .from(events)
    .where(condition)
    .orderBy(asc(sequence))
    .limit(limit);
  if (found.length === 0) return 0;
  const changed = found.map((event) => ({
    sequence: event.sequence,
    data: withoutWords(event.type, event.data),
  }));
  // The log is append-only for everything else.
  await tx.execute(sql`SELECT set_config('afterword.erasure', 'on', true)`);
  await tx.execute(sql`
    UPDATE events SET owner_id = ${pseudonym}, data = changed.data
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS changed (sequence bigint, data jsonb)
    WHERE events.sequence = changed.sequence`);
  await tx.execute(sql`SELECT set_config('afterword.erasure', 'off', true)`);
  return found.length;
}
