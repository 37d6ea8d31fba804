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

/** A segment with its turn. */
export interface SegmentRow extends Record<string, unknown> {
  readonly turnId: string;
  readonly speaker: string;
  readonly saidOn: string;
  /** Null when it has no times. */
  readonly segmentId: string | null;
  readonly startMs: number;
  readonly text: string;
}

/** The values of a segment, in the order of {@link SegmentRow}, and its position. */
export const SEGMENT_COLUMNS = sql.raw(`
  CASE WHEN segments.clip_id IS NOT NULL OR end_ms > 0 THEN segments.id END AS "segmentId",
  CASE WHEN segments.clip_id IS NOT NULL OR end_ms > 0 THEN segments.start_ms END AS "startMs",
  coalesce(edited, corrected, raw) AS text, segments.position AS position`);

/** The values of its turn, in the same order. */
export const TURN_COLUMNS = sql.raw(`turns.id AS "turnId", turns.speaker AS speaker,
  (turns.created_at AT TIME ZONE 'UTC')::date::text AS "saidOn"`);

/** The conversation itself: the first row. */
interface ConversationRow extends Record<string, unknown> {
  readonly turnId: null;
  readonly title: string;
  readonly revision: number;
}

/**
 * The text of a conversation. One statement reads all of it, so it is the text of the revision,
 * however the text changes meanwhile. It has a row for the conversation and one for each segment, with as few
 * values as possible: of ten thousand rows, each costs milliseconds. To group them, or to make JSON of them, the
 * database would need longer.
 */
export async function spokenText(
  tx: Transaction,
  conversationId: string,
): Promise<SpokenConversation> {
  const { rows } = await tx.execute<SegmentRow | ConversationRow>(sql`
    SELECT title, revision, "turnId", speaker, "saidOn", "segmentId", "startMs", text
    FROM (
      SELECT title, revision, NULL AS "turnId", NULL AS speaker, NULL AS "saidOn", NULL AS "segmentId",
             NULL::integer AS "startMs", NULL AS text, NULL::integer AS position
      FROM conversations WHERE id = ${conversationId}
      UNION ALL
      SELECT NULL, NULL, ${TURN_COLUMNS}, ${SEGMENT_COLUMNS}
      FROM segments JOIN turns ON turns.id = segments.turn_id
      WHERE segments.conversation_id = ${conversationId}
    ) AS spoken
    ORDER BY "turnId" NULLS FIRST, position`);
  const { title, revision } = rows.find(isConversation) ?? { title: '', revision: 0 };
  return { conversationId, title, revision, turns: turnsOf(rows.filter(isSegment)) };
}

function isConversation(row: SegmentRow | ConversationRow): row is ConversationRow {
  return row.turnId === null;
}

function isSegment(row: SegmentRow | ConversationRow): row is SegmentRow {
  return row.turnId !== null;
}

/** The turns of rows that follow one another. */
export function turnsOf(rows: readonly SegmentRow[]): readonly SpokenTurn[] {
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

function turnOf(segments: readonly SegmentRow[]): readonly SpokenTurn[] {
  const [first] = segments;
  if (first === undefined) return [];
  const { turnId, speaker, saidOn } = first;
  const text = segments.map((segment) => segment.text).join(SEPARATOR);
  const starts = startsOf(segments);
  return [{ turnId, speaker, text, saidOn, ...(starts.length > 0 ? { segments: starts } : {}) }];
}

function startsOf(segments: readonly SegmentRow[]): readonly SegmentStart[] {
  let from = 0;
  return segments.flatMap(({ segmentId, startMs, text }) => {
    const at = from;
    from += text.length + SEPARATOR.length;
    return segmentId === null ? [] : [{ segmentId, startMs, from: at }];
  });
}
