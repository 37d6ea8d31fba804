import { sql } from 'drizzle-orm';
import type { SegmentStart, SpokenText } from '#contracts/model';
import type { Transaction } from '../database/database.ts';

/** Between the segments of a turn. */
const SEPARATOR = ' ';

/** A turn with its text: each segment in its highest layer. */
export interface SpokenTurn extends SpokenText {
  readonly turnId: string;
  /** Where its segments begin in the text; absent when it has no times, so it was typed. */
  readonly segments?: readonly SegmentStart[];
  /** The day on which it was added (ISO 8601, UTC), to which "next Friday" refers. */
  readonly saidOn: string;
}

/** A conversation at a revision. */
export interface SpokenConversation {
  readonly conversationId: string;
  readonly title: string;
  readonly revision: number;
  /** All turns that have text, in order. */
  readonly turns: readonly SpokenTurn[];
}

/** A segment with the text that is shown. */
interface ShownSegment {
  readonly segmentId: string;
  readonly startMs: number;
  readonly text: string;
}

/** A turn with its conversation; the fields of the turn are null when no turn has text. */
interface SpokenRow extends Record<string, unknown> {
  readonly title: string;
  readonly revision: number;
  readonly turnId: string | null;
  readonly speaker: string;
  readonly timed: boolean;
  readonly saidOn: string;
  readonly segments: readonly ShownSegment[];
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
      SELECT turns.id AS "turnId", turns.speaker, bool_or(segments.clip_id IS NOT NULL OR end_ms > 0) AS timed,
             to_char(turns.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "saidOn",
             json_agg(json_build_object('segmentId', segments.id, 'startMs', segments.start_ms,
               'text', coalesce(edited, corrected, raw)) ORDER BY position) AS segments
      FROM segments JOIN turns ON turns.id = segments.turn_id
      WHERE segments.conversation_id = ${conversationId}
      GROUP BY turns.id
    ) AS spoken ON true
    WHERE conversations.id = ${conversationId}
    ORDER BY spoken."turnId"`);
  const [first] = rows;
  const turns = rows.flatMap(turnsOf);
  return { conversationId, title: first?.title ?? '', revision: first?.revision ?? 0, turns };
}

function turnsOf({ turnId, speaker, timed, saidOn, segments }: SpokenRow): readonly SpokenTurn[] {
  if (turnId === null) return [];
  const text = segments.map((segment) => segment.text).join(SEPARATOR);
  return [{ turnId, speaker, text, saidOn, ...(timed ? { segments: startsOf(segments) } : {}) }];
}

function startsOf(segments: readonly ShownSegment[]): readonly SegmentStart[] {
  let from = 0;
  return segments.map(({ segmentId, startMs, text }) => {
    const start = { segmentId, startMs, from };
    from += text.length + SEPARATOR.length;
    return start;
  });
}
