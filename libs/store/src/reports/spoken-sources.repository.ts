import { asc, eq } from 'drizzle-orm';
import type { HeardWord } from '#contracts/model';
import type { Database } from '../database/database.ts';
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
  async find(id: string): Promise<SpokenSource | null> {
    return inTransaction(
      this.db,
      async (tx) => {
        const [conversation] = await tx
          .select({ title: conversations.title, revision: conversations.revision })
          .from(conversations)
          .where(eq(conversations.id, id));
        if (!conversation) return null;
        const rows = await tx
          .select({ segment: segments, speaker: turns.speaker, saidAt: turns.createdAt })
          .from(segments)
          .innerJoin(turns, eq(turns.id, segments.turnId))
          .where(eq(segments.conversationId, id))
          .orderBy(asc(segments.turnId), asc(segments.position));
        const byTurn = [...Map.groupBy(rows, ({ segment }) => segment.turnId)];
        return { ...conversation, turns: byTurn.flatMap(([turnId, of]) => turnOf(turnId, of)) };
      },
      SNAPSHOT,
    );
  }
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
