import { sql } from 'drizzle-orm';
import type { RetentionSubject } from '#contracts/model';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { dueConversations, type DueBy } from './due-conversations.ts';
import { removeAudio } from './remove-audio.ts';
import { removeTranscript } from './remove-transcript.ts';

/** How much is due. */
export interface DueAmount {
  readonly conversations: number;
  /** Recordings in them that are still there. */
  readonly clips: number;
  /** Size of these recordings. */
  readonly bytes: number;
}

/** What is kept no longer, and its removal. */
export class RetentionRunsRepository {
  constructor(private readonly db: Database) {}

  /** How much is due. */
  async amount(due: DueBy): Promise<DueAmount> {
    const { rows } = await this.db.execute<DueAmount & Record<string, unknown>>(sql`
      WITH due AS MATERIALIZED (${dueConversations(due)})
      SELECT (SELECT count(*)::int FROM due) AS conversations, count(*)::int AS clips,
        coalesce(sum(size_bytes), 0)::float8 AS bytes
      FROM clips WHERE audio_removed_at IS NULL AND conversation_id IN (SELECT id FROM due)`);
    const [amount] = rows;
    return amount ?? { conversations: 0, clips: 0, bytes: 0 };
  }

  /** Ids of conversations that are due, in order. @param after the id before them */
  async next(due: DueBy, after: string | null, limit: number): Promise<readonly string[]> {
    const { rows } = await this.db.execute<{ id: string }>(sql`
      SELECT id FROM (${dueConversations(due)}) AS due
      WHERE ${after}::text IS NULL OR id > ${after} ORDER BY id LIMIT ${limit}`);
    return rows.map(({ id }) => id);
  }

  /**
   * Removes the recordings of a conversation or its words, for good.
   * @param taskId the task that does it
   * @returns `false` when there is nothing to remove, or its work is open again
   */
  async remove(
    subject: Exclude<RetentionSubject, 'everything'>,
    conversationId: string,
    taskId: string,
  ): Promise<boolean> {
    const removal = subject === 'audio' ? removeAudio : removeTranscript;
    return inTransaction(this.db, (tx) => removal(tx, conversationId, taskId));
  }
}
