import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';

/**
 * The condition under which memories of an owner are scored, where the installation scores any. It is
 * asked wherever memories are about to be scored without a person's request.
 * @param ownerId the owner, or the column that names it
 */
export function isScoredOwner(ownerId: string | SQLWrapper): SQL {
  return sql`NOT EXISTS (
    SELECT FROM owner_settings AS set_for
    WHERE set_for.owner_id = ${ownerId} AND NOT set_for.scoring)`;
}

/**
 * Whether memories of an owner are scored.
 * @param installation whether the installation scores memories
 */
export async function isScored(
  db: Database | Transaction,
  installation: boolean,
  ownerId: string,
): Promise<boolean> {
  if (!installation) return false;
  const { rows } = await db.execute<{ scored: boolean }>(
    sql`SELECT ${isScoredOwner(ownerId)} AS scored`,
  );
  return rows[0]?.scored === true;
}
