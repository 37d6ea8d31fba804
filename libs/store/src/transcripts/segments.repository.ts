import { and, eq } from 'drizzle-orm';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { segments } from '../schema/index.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { editSegment } from './edit-segment.ts';
import type { SegmentRecord } from './read-turns.ts';

/** A segment after an edit. */
export interface EditedSegmentRecord {
  /** Revision of the conversation after the edit. */
  readonly revision: number;
  readonly segment: SegmentRecord;
}

/** The text layer of edits by people. */
export class SegmentsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Sets the edited text of a segment, which is shown instead of the layers below. Signals the
   * conversation, because its summary is outdated. Setting the same text again changes nothing.
   * @param edited `null` undoes the edit
   * @throws AppError `not_found`
   */
  async edit(
    conversationId: string,
    segmentId: string,
    edited: string | null,
  ): Promise<EditedSegmentRecord> {
    return inTransaction(this.db, async (tx) => {
      const known = await lockConversation(tx, conversationId);
      const segment = await find(tx, conversationId, segmentId);
      if (!known || !segment) throw notFound(segmentId);
      if (segment.edited === edited) return { revision: known.revision, segment };
      const revision = await editSegment(tx, known, segment, edited);
      // A segment without a correction waits for one again after its edit was undone.
      if (edited === null && segment.corrected === null) {
        await tx.update(segments).set({ correctionTaskId: null }).where(eq(segments.id, segmentId));
      }
      return { revision, segment: { ...segment, edited } };
    });
  }
}

async function find(
  tx: Transaction,
  conversationId: string,
  segmentId: string,
): Promise<SegmentRecord | undefined> {
  const [segment] = await tx
    .select()
    .from(segments)
    .where(and(eq(segments.id, segmentId), eq(segments.conversationId, conversationId)));
  return segment;
}

function notFound(segmentId: string): AppError {
  return new AppError('not_found', `There is no segment ${segmentId} in this conversation.`);
}
