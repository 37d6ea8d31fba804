import { sql } from 'drizzle-orm';
import type { SpokenText } from '#contracts/model';
import type { Transaction } from '../database/database.ts';

/** A turn with its text: each segment in its highest layer. */
export interface SpokenTurn extends SpokenText {
  readonly turnId: string;
}

/** The turns of a conversation that have text, in order. */
export async function spokenTurns(
  tx: Transaction,
  conversationId: string,
): Promise<readonly SpokenTurn[]> {
  const { rows } = await tx.execute<{ turnId: string; speaker: string; text: string }>(sql`
    SELECT turns.id AS "turnId", turns.speaker, spoken.text
    FROM turns
    JOIN (
      SELECT turn_id,
             string_agg(coalesce(edited, corrected, raw), ' ' ORDER BY position) AS text
      FROM segments WHERE conversation_id = ${conversationId} GROUP BY turn_id
    ) AS spoken ON spoken.turn_id = turns.id
    ORDER BY turns.id`);
  return rows;
}
