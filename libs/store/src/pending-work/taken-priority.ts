import { sql } from 'drizzle-orm';
import type { TaskPriority } from '#contracts/model';
import type { Transaction } from '../database/database.ts';

/**
 * The priority of tasks that are created together for a conversation: the highest priority of the
 * claimed segments. A segment of a clip has the priority of its transcription, and a typed one that
 * of its `exchange_added` event.
 * @param correctionTaskId the task that has claimed the segments. `null` if there were none; then
 * the priority is that of the latest correction of the conversation
 * @param scoringTaskId the task that has claimed memories, if any. Without segments it is `batch` when
 * all of these have waited until the scoring of their owner was switched on
 */
export async function takenPriority(
  tx: Transaction,
  conversationId: string,
  correctionTaskId: string | null,
  scoringTaskId: string | null,
): Promise<TaskPriority> {
  const { rows } = await tx.execute<{ interactive: boolean }>(
    correctionTaskId === null
      ? takenBefore(conversationId, scoringTaskId)
      : claimedBy(correctionTaskId),
  );
  return rows[0]?.interactive === false ? 'batch' : 'interactive';
}

/** Stops at the first interactive segment, so it reads all segments only when all are batch. */
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

function takenBefore(conversationId: string, scoringTaskId: string | null) {
  return sql`
    SELECT coalesce((
      SELECT priority = 'interactive' FROM tasks
      WHERE conversation_id = ${conversationId} AND type = 'correction'
      ORDER BY id DESC LIMIT 1
    ), true) AND NOT coalesce((
      SELECT max(memories.created_at) < max(owner_settings.changed_at)
      FROM memories JOIN owner_settings ON owner_settings.owner_id = memories.owner_id
      WHERE memories.significance_task_id = ${scoringTaskId}
    ), false) AS interactive`;
}
