import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { SpokenSegment, SpokenTurn } from '#contracts/model';
import type { Database } from '../database/database.ts';
import { conversations, segments, turns } from '../schema/index.ts';

/** A conversation at a revision, as a source of facts: all turns that have text, in order. */
export interface SpokenSource {
  readonly title: string;
  readonly revision: number;
  readonly turns: readonly SpokenTurn[];
}

/** Conversations as agents read them. */
export class SpokenSourcesRepository {
  constructor(private readonly db: Database) {}

  /** A consistent snapshot of a conversation; `null` when there is none. */
  find(id: string): Promise<SpokenSource | null> {
    return this.read(id, eq(segments.conversationId, id));
  }

  /**
   * The turns around one of them, itself included; `null` when there is no such conversation.
   * @param around number of turns before it, and of turns after it
   */
  excerpt(id: string, turnId: string, around: number): Promise<SpokenSource | null> {
    const nearby = sql`(${turnsUpTo(id, turnId, around + 1)}) UNION ALL (${turnsAfter(id, turnId, around)})`;
    const selected = and(eq(segments.conversationId, id), sql`${segments.turnId} IN (${nearby})`);
    return this.read(id, selected);
  }

  /** One statement, so that text and revision are those of one moment. */
  private async read(id: string, selected: SQL | undefined): Promise<SpokenSource | null> {
    const { title, revision } = conversations;
    const rows = await this.db
      .select({ title, revision, segment: segments, turn: turns })
      .from(conversations)
      .leftJoin(segments, selected)
      .leftJoin(turns, eq(turns.id, segments.turnId))
      .where(eq(conversations.id, id))
      .orderBy(asc(segments.turnId), asc(segments.position));
    const [conversation] = rows;
    if (conversation === undefined) return null;
    const said = rows.flatMap(({ segment, turn }) => (segment && turn ? { segment, turn } : []));
    const byTurn = [...Map.groupBy(said, ({ turn }) => turn.id).values()];
    return {
      title: conversation.title,
      revision: conversation.revision,
      turns: byTurn.flatMap(turnOf),
    };
  }
}

function turnsUpTo(id: string, turnId: string, limit: number): SQL {
  return sql`
    SELECT DISTINCT turn_id FROM segments
    WHERE conversation_id = ${id} AND turn_id <= ${turnId} ORDER BY turn_id DESC LIMIT ${limit}`;
}

function turnsAfter(id: string, turnId: string, limit: number): SQL {
  return sql`
    SELECT DISTINCT turn_id FROM segments
    WHERE conversation_id = ${id} AND turn_id > ${turnId} ORDER BY turn_id LIMIT ${limit}`;
}

type SegmentRow = typeof segments.$inferSelect;

function turnOf(
  rows: readonly { readonly segment: SegmentRow; readonly turn: typeof turns.$inferSelect }[],
): SpokenSource['turns'] {
  const [first] = rows;
  if (first === undefined) return [];
  const { id: turnId, speaker, createdAt: saidAt } = first.turn;
  const { clipId } = first.segment;
  return [{ turnId, speaker, saidAt, clipId, segments: rows.map(({ segment }) => shown(segment)) }];
}

function shown(row: SegmentRow): SpokenSegment {
  const { id: segmentId, raw, corrected, edited, startMs, endMs, confidence, words } = row;
  const text = edited ?? corrected ?? raw;
  return { segmentId, text, edited: edited !== null, startMs, endMs, confidence, words };
}
