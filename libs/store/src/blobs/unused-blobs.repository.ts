import { inArray, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { unusedBlobs } from '../schema/index.ts';
import { exclusiveTypes, lockInstallationWork } from '../tasks/lock-installation-work.ts';
import { lockBlobs } from './blob-locks.ts';
import { RESULTS_OF_AUDIO } from './results-of-audio.ts';

/** What became of some bytes that may be unused; `busy` while a backup or a restore needs them. */
export type RemovedBlobs = 'busy' | { readonly looked: number; readonly removed: number };

/** Rows that refer to bytes; those of the bin are in their tables again after a restore. */
export const BLOB_REFERENCES = sql`
  SELECT sha256 FROM clips WHERE audio_removed_at IS NULL UNION ALL SELECT sha256 FROM documents
  UNION ALL SELECT row->>'sha256' FROM bin_rows
    WHERE table_name IN ('clips', 'documents') AND row->>'audio_removed_at' IS NULL`;

/** Bytes to which nothing may refer any more, and the results that engines have made of them. */
export class UnusedBlobsRepository {
  constructor(private readonly db: Database) {}

  /** Number of noted bytes. */
  async count(): Promise<number> {
    return this.db.$count(unusedBlobs);
  }

  /**
   * Notes recordings that are gone although results of decoding them are there, because a run has
   * stored them after its recording had gone.
   */
  async noteOrphans(): Promise<void> {
    for (const results of RESULTS_OF_AUDIO) {
      await this.db.execute(sql`
        INSERT INTO unused_blobs (sha256)
        SELECT DISTINCT audio_sha256 FROM ${results}
        WHERE audio_sha256 IS NOT NULL AND NOT EXISTS (
          SELECT FROM (${BLOB_REFERENCES}) AS used WHERE used.sha256 = audio_sha256)
        ON CONFLICT (sha256) DO NOTHING`);
    }
  }

  /**
   * Removes results of decoding that do not name their recording, because an earlier version has stored
   * them, and that no task uses any more.
   */
  async removeNamelessResults(): Promise<void> {
    await this.db.execute(sql`
      DELETE FROM chunk_results WHERE audio_sha256 IS NULL AND NOT EXISTS (
        SELECT FROM task_chunks WHERE result_key = chunk_results.key)
      AND NOT EXISTS (
        SELECT FROM bin_rows
        WHERE table_name = 'task_chunks' AND row->>'result_key' = chunk_results.key)`);
  }

  /**
   * Removes noted bytes to which nothing refers, with what was decoded of them. Whoever uploads the
   * same bytes meanwhile waits, and keeps them after that. What is interrupted is done again.
   * @param limit most to look at
   * @param remove removes the bytes; called before the transaction commits
   */
  async remove(limit: number, remove: (sha256: string) => Promise<void>): Promise<RemovedBlobs> {
    return inTransaction(this.db, async (tx) => {
      const noted = await firstNoted(tx, limit);
      if (noted.length === 0) return { looked: 0, removed: 0 };
      if (await isRead(tx)) return 'busy';
      await lockBlobs(tx, noted);
      const unused = await unusedOf(tx, noted);
      for (const sha256 of unused) await remove(sha256);
      for (const results of RESULTS_OF_AUDIO)
        await tx.delete(results).where(inArray(results.audioSha256, [...unused]));
      await tx.delete(unusedBlobs).where(inArray(unusedBlobs.sha256, [...noted]));
      return { looked: noted.length, removed: unused.length };
    });
  }
}

async function firstNoted(tx: Transaction, limit: number): Promise<readonly string[]> {
  const { sha256, notedAt } = unusedBlobs;
  const rows = await tx.select({ sha256 }).from(unusedBlobs).orderBy(notedAt, sha256).limit(limit);
  return rows.map((row) => row.sha256);
}

/**
 * Whether a backup or a restore is open. A backup has noted what it copies; a restore puts back bytes
 * to which the present rows do not refer. None begins until the transaction ends.
 */
async function isRead(tx: Transaction): Promise<boolean> {
  await lockInstallationWork(tx, 'backup');
  const { rows } = await tx.execute(sql`
    SELECT FROM tasks WHERE type = ANY(${sql.param([...exclusiveTypes('backup')])})
      AND ended_at IS NULL LIMIT 1`);
  return rows.length > 0;
}

/** A statement of its own, after the locks: it sees what those who held the bytes have added. */
async function unusedOf(tx: Transaction, sha256s: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ sha256: string }>(sql`
    SELECT noted.sha256 FROM unnest(${sql.param([...sha256s])}::text[]) AS noted (sha256)
    WHERE NOT EXISTS (SELECT FROM (${BLOB_REFERENCES}) AS used WHERE used.sha256 = noted.sha256)`);
  return rows.map(({ sha256 }) => sha256);
}
