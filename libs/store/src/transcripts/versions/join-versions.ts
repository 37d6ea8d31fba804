import { sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';

/**
 * Turns of a recording go: their earlier texts become those of the first turn, in the order of time, and say who
 * spoke. Texts that the same task replaced become one version.
 */
export async function joinVersions(
  tx: Transaction,
  firstTurnId: string,
  gone: readonly string[],
): Promise<void> {
  if (gone.length === 0) return;
  const inOrder = sql`ORDER BY (segment->>'startMs')::integer`;
  // The database moves its own rows, so that no transcript passes through this process.
  await tx.execute(sql`
    WITH moved AS (
      DELETE FROM text_versions AS version USING turns
      WHERE turns.id = version.turn_id AND version.turn_id = ANY(${sql.param([...gone])}::text[])
      RETURNING version.*, turns.speaker
    )
    INSERT INTO text_versions
      (id, conversation_id, turn_id, clip_id, revision, replaced_by_task_id, segments, created_at)
    SELECT min(id), conversation_id, ${firstTurnId}::text, min(clip_id), revision,
      replaced_by_task_id,
      jsonb_agg(segment || jsonb_build_object('speaker', coalesce(segment->>'speaker', speaker))
        ${inOrder}),
      min(created_at)
    FROM moved CROSS JOIN LATERAL jsonb_array_elements(segments) AS segment
    GROUP BY conversation_id, revision, replaced_by_task_id
    ON CONFLICT (turn_id, replaced_by_task_id, revision) DO UPDATE SET segments = (
      SELECT jsonb_agg(segment ${inOrder})
      FROM jsonb_array_elements(text_versions.segments || excluded.segments) AS segment)`);
}
