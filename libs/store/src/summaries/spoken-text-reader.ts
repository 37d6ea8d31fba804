import { randomUUID } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { conversations, summaryParts, summaryReadings } from '../schema/index.ts';
import {
  SEGMENT_COLUMNS,
  TURN_COLUMNS,
  turnsOf,
  type SegmentRow,
  type SpokenTurn,
} from './spoken-text.ts';
import type { StoredPart } from './stored-parts.ts';

/** Some turns of a conversation. */
export interface SomeTurns {
  /** Those that have text, in order. */
  readonly turns: readonly SpokenTurn[];
  /** Whether there are none after them. */
  readonly isEnd: boolean;
}

/** A turn, and a segment of it if it has text. */
type TurnRow = SegmentRow | { readonly turnId: string; readonly text: null };

/**
 * Reads the text of a conversation piece by piece. Everything that changes the text holds the lock on the
 * conversation, so once {@link hold} has taken it, all pieces are of the same moment.
 */
export class SpokenTextReader {
  constructor(
    private readonly tx: Transaction,
    private readonly conversationId: string,
  ) {}

  /** Keeps the text as it is until the transaction ends. @returns `null` when there is no such conversation */
  async hold(): Promise<{ readonly title: string; readonly revision: number } | null> {
    const locked = await lockConversation(this.tx, this.conversationId);
    if (locked === null) return null;
    const [found] = await this.tx
      .select({ title: conversations.title })
      .from(conversations)
      .where(eq(conversations.id, this.conversationId));
    return { title: found?.title ?? '', revision: locked.revision };
  }

  /**
   * What is stored of its parts, in order. It holds of the turns from the first of a part on if so many turns are
   * before them as the part says.
   * @param maxCharacters the longest part that the engine reads
   */
  async parts(maxCharacters: number): Promise<readonly StoredPart[]> {
    const { firstTurnId, firstNumber, nextTurnId, turnCount } = summaryParts;
    const { speakers, characters, textLength, textHash } = summaryParts;
    return this.tx
      .select({
        ...{ firstTurnId, firstNumber, nextTurnId, turnCount },
        ...{ speakers, characters, textLength, textHash },
      })
      .from(summaryParts)
      .where(
        and(
          eq(summaryParts.conversationId, this.conversationId),
          eq(summaryParts.maxCharacters, maxCharacters),
        ),
      )
      .orderBy(asc(firstTurnId));
  }

  /**
   * @param from the first turn; `null` for the beginning
   * @param limit how many turns are looked at
   */
  async turns(from: string | null, limit: number): Promise<SomeTurns> {
    const { conversationId } = this;
    // The comparison of pairs, their order and the lateral join leave the planner only the indexes by conversation:
    // with an equality it may walk through all turns of the installation in the order of their ids.
    const { rows } = await this.tx.execute<Record<string, unknown> & TurnRow>(sql`
      SELECT ${TURN_COLUMNS}, "segmentId", "startMs", text
      FROM (
        SELECT id, speaker, created_at FROM turns
        WHERE (conversation_id, id) >= (${conversationId}, ${from ?? ''})
          AND conversation_id <= ${conversationId}
        ORDER BY conversation_id, id LIMIT ${limit}
      ) AS turns LEFT JOIN LATERAL (
        SELECT ${SEGMENT_COLUMNS} FROM segments
        WHERE segments.conversation_id = ${conversationId} AND segments.turn_id = turns.id
        OFFSET 0
      ) AS spoken ON true
      ORDER BY turns.id, position`);
    const turnIds = new Set(rows.map(({ turnId }) => turnId));
    return { turns: turnsOf(rows.filter(hasText)), isEnd: turnIds.size < limit };
  }

  /**
   * Notes that the text was read, so that what was found can be stored later if nothing has changed since. Only while
   * the text is held.
   * @returns the id of the reading
   */
  async note(): Promise<string> {
    const readingId = randomUUID();
    await this.tx
      .insert(summaryReadings)
      .values({ conversationId: this.conversationId, readingId })
      .onConflictDoUpdate({ target: summaryReadings.conversationId, set: { readingId } });
    return readingId;
  }
}

function hasText(row: TurnRow): row is SegmentRow {
  return row.text !== null;
}
