import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/**
 * Notes that rows which referred to bytes are gone, so that the bytes are removed unless something
 * else refers to them.
 * @param sha256s a query of one column, of rows that are still there
 */
export async function noteUnusedBlobs(tx: Transaction, sha256s: SQL): Promise<void> {
  await tx.execute(sql`
    INSERT INTO unused_blobs (sha256) ${sha256s} ON CONFLICT (sha256) DO NOTHING`);
}
