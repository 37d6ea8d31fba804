import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/**
 * Keeps bytes from being removed until the end of the transaction, which adds a row that refers to
 * them. Call it before the bytes are kept: a removal that is under way ends first.
 */
export async function holdBlobs(tx: Transaction, sha256s: readonly string[]): Promise<void> {
  await lock(tx, sha256s, sql`pg_advisory_xact_lock_shared`);
}

/** Waits for everyone who holds these bytes, and lets nobody hold them until the transaction ends. */
export async function lockBlobs(tx: Transaction, sha256s: readonly string[]): Promise<void> {
  await lock(tx, sha256s, sql`pg_advisory_xact_lock`);
}

/** In the order of the hashes, so that two transactions cannot deadlock. */
async function lock(
  tx: Transaction,
  sha256s: readonly string[],
  take: ReturnType<typeof sql>,
): Promise<void> {
  if (sha256s.length === 0) return;
  const ordered = [...new Set(sha256s)].sort();
  await tx.execute(sql`
    SELECT ${take}(hashtextextended('blob:' || sha256, 0))
    FROM unnest(${sql.param(ordered)}::text[]) AS sha256`);
}
