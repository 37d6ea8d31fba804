import { sql } from 'drizzle-orm';
import type { SpokenText } from '#contracts/model';
import type { Transaction } from '../database/database.ts';

/** A turn with its text: each segment in its highest layer. */
export interface SpokenTurn extends SpokenText {
  readonly turnId: string;
}

/** A conversation at a revision. */
export interface SpokenConversation {
  readonly conversationId: string;
  readonly title: string;
  readonly revision: number;
  /** All turns that have text, in order. */
  readonly turns: readonly SpokenTurn[];
}

/** A turn with its conversation; the fields of the turn are null when no turn has text. */
interface SpokenRow extends Record<string, unknown> {
  readonly title: string;
  readonly revision: number;
  readonly turnId: string | null;
  readonly speaker: string;
  readonly text: string;
}

/**
 * The text of a conversation. One statement reads all of it, so it is the text of the revision,
 * however the text changes meanwhile.
 */
export async function spokenText(
  tx: Transaction,
  conversationId: string,
): Promise<SpokenConversation> {
  const { rows } = await tx.execute<SpokenRow>(sql`
    SELECT title, revision, spoken.*
    FROM conversations
    LEFT JOIN (
      SELECT turns.id AS "turnId", turns.speaker,
             string_agg(coalesce(edited, corrected, raw), ' ' ORDER BY position) AS text
      FROM segments JOIN turns ON turns.id = segments.turn_id
      WHERE segments.conversation_id = ${conversationId}
      GROUP BY turns.id
    ) AS spoken ON true
    WHERE conversations.id = ${conversationId}
    ORDER BY spoken."turnId"`);
  const [first] = rows;
  const turns = rows.flatMap(({ turnId, speaker, text }) =>
    turnId === null ? [] : [{ turnId, speaker, text }],
  );
  return { conversationId, title: first?.title ?? '', revision: first?.revision ?? 0, turns };
}
