import { sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { newId } from '../../database/ids.ts';

/** The replacement that makes current texts earlier versions. */
export interface Replacement {
  readonly conversationId: string;
  readonly taskId: string;
  /** Revision of the conversation before the change. */
  readonly revision: number;
}

/**
 * Stores the current texts of turns as earlier versions, with all segments, layers and words. The
 * caller has locked the conversation. Repeating it for the same replacement stores nothing twice.
 */
export async function keepVersions(
  tx: Transaction,
  turnIds: readonly string[],
  { conversationId, taskId, revision }: Replacement,
): Promise<void> {
  if (turnIds.length === 0) return;
  const given = JSON.stringify(turnIds.map((turnId) => ({ turnId, id: newId('version') })));
  // The database copies its own rows, so that no transcript passes through this process.
  await tx.execute(sql`
    INSERT INTO text_versions
      (id, conversation_id, turn_id, clip_id, revision, replaced_by_task_id, segments, created_at)
    SELECT given.id, ${conversationId}::text, turn_id, min(clip_id), ${revision}::integer,
      ${taskId}::text,
      jsonb_agg(jsonb_build_object(
        'startMs', start_ms, 'endMs', end_ms, 'raw', raw, 'corrected', corrected,
        'edited', edited, 'confidence', confidence, 'words', words) ORDER BY position),
      ${new Date()}::timestamptz
    FROM segments
    JOIN jsonb_to_recordset(${given}::jsonb) AS given(id text, "turnId" text)
      ON given."turnId" = turn_id
    WHERE conversation_id = ${conversationId}
    GROUP BY given.id, turn_id
    ON CONFLICT (turn_id, replaced_by_task_id, revision) DO NOTHING`);
}
