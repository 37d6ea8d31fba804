import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/** An id of the product within text: its prefix, and 26 characters. */
const ID = '[a-z]{3}_[0-9a-z]{26}';

/**
 * Removes the keys of the requests of an owner: those that name the owner or what it had, and those that
 * have made something of it. The log knows what it had, also what is gone by now.
 */
export async function removeKeysOf(tx: Transaction, ownerId: string): Promise<void> {
  const owned = sql`
    SELECT DISTINCT found[1] AS id FROM events,
      regexp_matches(to_jsonb(events)::text, ${`"(${ID})"`}, 'g') AS found
    WHERE owner_id = ${ownerId}
    UNION SELECT id FROM exports WHERE owner_id = ${ownerId}
    UNION SELECT id FROM bulk_changes WHERE owner_id = ${ownerId}
    UNION SELECT id FROM imports WHERE owner_id = ${ownerId}`;
  await tx.execute(sql`
    WITH owned AS MATERIALIZED (${owned})
    DELETE FROM idempotency_keys WHERE subject_id IN (SELECT id FROM owned)
      OR substring(scope FROM ${ID}) IN (SELECT id FROM owned)
      OR right(scope, length(${ownerId}::text) + 1) = ' ' || ${ownerId}::text`);
}
