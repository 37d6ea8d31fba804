import { sql, type SQL } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { TASK_CHANNEL } from '../../feed/announce.ts';
import type { ChunkResult } from './transcription.records.ts';

/** A chunk whose engine work is finished. */
export interface FinishedWork {
  readonly run: TaskRun;
  readonly index: number;
  readonly resultKey: string;
  /** Milliseconds of audio that no other chunk counts. */
  readonly audioMs: number;
  /** The result to store; `null` when it is already stored. */
  readonly result: ChunkResult | null;
}

/**
 * Marks chunks as finished, stores their results and counts their audio as done, once. Chunks that
 * finish together share one commit, because chunks of one task would wait for each other's commit.
 */
export async function finishChunks(db: Database, works: readonly FinishedWork[]): Promise<void> {
  const [only] = works;
  if (works.length === 1 && only) await db.execute(finishStatement(only));
  else await inTransaction(db, (tx) => finishInOrder(tx, works));
}

/** Locks tasks in the order of their ids, so that two batches cannot deadlock. */
async function finishInOrder(tx: Transaction, works: readonly FinishedWork[]): Promise<void> {
  const ordered = [...works].sort((a, b) => (a.run.taskId < b.run.taskId ? -1 : 1));
  for (const work of ordered) await tx.execute(finishStatement(work));
}

/**
 * One statement, which locks the task first, so that readers see the versions of chunks in order.
 */
function finishStatement({ run, index, resultKey, audioMs, result }: FinishedWork): SQL {
  return sql`
    WITH ${result === null ? sql`` : sql`stored AS (${insertResult(result)}),`}
    task AS (
      SELECT id, version FROM tasks
      WHERE id = ${run.taskId} AND attempt = ${run.attempt} AND ended_at IS NULL
      FOR UPDATE
    ), chunk AS (
      UPDATE task_chunks
      SET result_key = ${resultKey}, partial = NULL, version = task.version + 1
      FROM task
      WHERE task_id = task.id AND chunk_index = ${index} AND result_key IS NULL
      RETURNING task_id
    )
    UPDATE tasks SET version = version + 1, done = done + ${audioMs}
    FROM chunk WHERE tasks.id = chunk.task_id
    RETURNING pg_notify(${TASK_CHANNEL}, tasks.id)`;
}

/** An existing key means that the same work was done again, which is counted. */
function insertResult(result: ChunkResult): SQL {
  const { key, audioSha256, engine, language, segments, warnings } = result;
  return sql`
    INSERT INTO chunk_results (key, audio_sha256, engine, language, segments, warnings)
    VALUES (${key}, ${audioSha256}, ${engine}, ${language},
            ${JSON.stringify(segments)}::jsonb, ${JSON.stringify(warnings)}::jsonb)
    ON CONFLICT (key) DO UPDATE SET times_decoded = chunk_results.times_decoded + 1`;
}
