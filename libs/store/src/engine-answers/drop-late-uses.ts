import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/** The moments at which something of a conversation was deleted. */
const DELETIONS: SQL = sql`(
  SELECT conversations.id AS conversation_id, conversations.owner_id, events.created_at
  FROM conversations JOIN events ON events.conversation_id = conversations.id
  WHERE conversations.deletion_revision > 0
    AND events.type IN ('exchange_deleted', 'clip_deleted', 'transcript_removed'))`;

/**
 * Drops the uses of answers that runs have stored which had read a conversation before something of
 * it was deleted: those of its own tasks, and those of agents. They are dropped when the run has
 * ended. What is asked again is used again.
 */
export async function dropLateUses(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    DELETE FROM engine_answer_uses USING tasks, ${DELETIONS} AS deletion
    WHERE used_by = tasks.id AND tasks.ended_at IS NOT NULL
      AND tasks.conversation_id = deletion.conversation_id
      AND tasks.started_at < deletion.created_at`);
  await tx.execute(sql`
    DELETE FROM engine_answer_uses USING engine_answers, tasks, ${DELETIONS} AS deletion
    WHERE used_by = deletion.conversation_id AND engine_answers.key = engine_answer_uses.key
      AND tasks.type = 'agent_report' AND tasks.owner_id = deletion.owner_id
      AND tasks.ended_at IS NOT NULL AND tasks.started_at < deletion.created_at
      AND engine_answers.created_at BETWEEN deletion.created_at AND tasks.ended_at`);
}
