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

/** A segment with its turn and conversation; the fields of the segment are null when none has text. */
interface SpokenRow extends Record<string, unknown> {
  readonly title: string;
  readonly revision: number;
  readonly turnId: string | null;
  readonly speaker: string;
  readonly saidOn: string;
  readonly timed: boolean;
  readonly segmentId: string;
  readonly startMs: number;
  readonly text: string;
}

/**
 * The text of a conversation. One statement reads all of it, so it is the text of the revision,
 * however the text changes meanwhile. It has a row for each segment: the database would need three times as
 * long to group them.
 */
export async function spokenText(
  tx: Transaction,
  conversationId: string,
): Promise<SpokenConversation> {
  const { rows } = await tx.execute<SpokenRow>(sql`
    SELECT title, revision, spoken.*
    FROM conversations
    LEFT JOIN (
      SELECT turns.id AS "turnId", turns.speaker, (turns.created_at AT TIME ZONE 'UTC')::date::text AS "saidOn",
             (segments.clip_id IS NOT NULL OR end_ms > 0) AS timed, segments.id AS "segmentId",
             segments.start_ms AS "startMs", coalesce(edited, corrected, raw) AS text, position
      FROM segments JOIN turns ON turns.id = segments.turn_id
      WHERE segments.conversation_id = ${conversationId}
    ) AS spoken ON true
    WHERE conversations.id = ${conversationId}
    ORDER BY spoken."turnId", spoken.position`);
  const [first] = rows;
  const turns = turnsOf(rows.filter(({ turnId }) => turnId !== null));
  return { conversationId, title: first?.title ?? '', revision: first?.revision ?? 0, turns };
}

/** The turns of rows that follow one another. */
function turnsOf(rows: readonly SpokenRow[]): readonly SpokenTurn[] {
  const turns: SpokenTurn[] = [];
  for (let from = 0; from < rows.length;) {
    const turnId = rows[from]?.turnId;
    let end = from + 1;
    while (rows[end]?.turnId === turnId) end += 1;
    turns.push(...turnOf(rows.slice(from, end)));
    from = end;
  }
  return turns;
}

function turnOf(segments: readonly SpokenRow[]): readonly SpokenTurn[] {
  const [first] = segments;
  if (first === undefined || first.turnId === null) return [];
  const { turnId, speaker, saidOn } = first;
  const text = segments.map((segment) => segment.text).join(SEPARATOR);
  const isTimed = segments.some(({ timed }) => timed);
  return [{ turnId, speaker, text, saidOn, ...(isTimed ? { segments: startsOf(segments) } : {}) }];
}

function startsOf(segments: readonly SpokenRow[]): readonly SegmentStart[] {
  let from = 0;
  return segments.map(({ segmentId, startMs, text }) => {
    const start = { segmentId, startMs, from };
    from += text.length + SEPARATOR.length;
    return start;
  });
}
