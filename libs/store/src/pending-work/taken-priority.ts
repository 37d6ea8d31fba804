import { sql } from 'drizzle-orm';
import type { TaskPriority } from '#contracts/model';
import type { Transaction } from '../database/database.ts';

/**
 * The priority of what is taken together in a conversation: that of the most urgent words in it. A
 * clip is as urgent as its transcription, a typed exchange as its event says.
 * @param correctionTaskId the task that has claimed the words, if any waited; without any, what
 * there is to do comes from words that were taken before
 */
export async function takenPriority(
  tx: Transaction,
  conversationId: string,
  correctionTaskId: string | null,
): Promise<TaskPriority> {
  const { rows } = await tx.execute<{ interactive: boolean }>(
    correctionTaskId === null ? takenBefore(conversationId) : claimedBy(correctionTaskId),
  );
  return rows[0]?.interactive === false ? 'batch' : 'interactive';
}

/** Stops at the first interactive segment, so it costs something only where all are batch. */
function claimedBy(taskId: string) {
  return sql`
    SELECT EXISTS (
      SELECT FROM segments
      JOIN turns ON turns.id = segments.turn_id
      LEFT JOIN clips ON clips.id = segments.clip_id
      LEFT JOIN tasks ON tasks.id = clips.task_id
      LEFT JOIN events ON clips.id IS NULL
        AND events.idempotency_key = 'exchange_added:' || turns.exchange_id
      WHERE segments.correction_task_id = ${taskId}
        AND coalesce(tasks.priority, events.data->>'priority', 'interactive') = 'interactive'
    ) AS interactive`;
}

function takenBefore(conversationId: string) {
  return sql`
    SELECT priority = 'interactive' AS interactive FROM tasks
    WHERE conversation_id = ${conversationId} AND type = 'correction'
    ORDER BY id DESC LIMIT 1`;
}
