import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { HeardWord } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction, SNAPSHOT } from '../database/transaction.ts';
import { conversations, segments, turns } from '../schema/index.ts';

/** A segment of a turn, in the text that is shown. */
export interface SpokenSourceSegment {
  readonly segmentId: string;
  readonly text: string;
  /** Whether a person has written the text. */
  readonly edited: boolean;
  readonly startMs: number;
  readonly endMs: number;
  readonly confidence: number;
  readonly words: readonly HeardWord[];
}

/** A conversation at a revision, as a source of facts: all turns that have text, in order. */
export interface SpokenSource {
  readonly title: string;
  readonly revision: number;
  readonly turns: readonly {
    readonly turnId: string;
    readonly speaker: string;
    readonly saidAt: Date;
    readonly clipId: string | null;
    readonly segments: readonly SpokenSourceSegment[];
  }[];
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

  private read(id: string, selected: SQL | undefined): Promise<SpokenSource | null> {
    return inTransaction(this.db, (tx) => readTurns(tx, id, selected), SNAPSHOT);
  }
}

async function readTurns(
  tx: Transaction,
  id: string,
  selected: SQL | undefined,
): Promise<SpokenSource | null> {
  const [conversation] = await tx
    .select({ title: conversations.title, revision: conversations.revision })
    .from(conversations)
    .where(eq(conversations.id, id));
  if (!conversation) return null;
  const rows = await tx
    .select({ segment: segments, speaker: turns.speaker, saidAt: turns.createdAt })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .where(selected)
    .orderBy(asc(segments.turnId), asc(segments.position));
  const byTurn = [...Map.groupBy(rows, ({ segment }) => segment.turnId)];
  return { ...conversation, turns: byTurn.flatMap(([turnId, of]) => turnOf(turnId, of)) };
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
  turnId: string,
  rows: readonly {
    readonly segment: SegmentRow;
    readonly speaker: string;
    readonly saidAt: Date;
  }[],
): SpokenSource['turns'] {
  const [first] = rows;
  if (first === undefined) return [];
  const { speaker, saidAt } = first;
  const { clipId } = first.segment;
  return [{ turnId, speaker, saidAt, clipId, segments: rows.map(({ segment }) => shown(segment)) }];
}

function shown(row: SegmentRow): SpokenSourceSegment {
  const { id: segmentId, raw, corrected, edited, startMs, endMs, confidence, words } = row;
  const text = edited ?? corrected ?? raw;
  return { segmentId, text, edited: edited !== null, startMs, endMs, confidence, words };
}
