import { and, asc, eq } from 'drizzle-orm';
import { ulid } from 'ulid';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { correctionChanges, segments } from '../schema/index.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';
import type { SegmentRecord } from '../transcripts/read-turns.ts';
import type { EditedSegmentRecord } from '../transcripts/segments.repository.ts';
import { correctedText, spanOf, type CorrectionChangeRecord } from './correction-rows.ts';

/** A segment of a conversation. */
export interface SegmentPlace {
  readonly conversationId: string;
  readonly segmentId: string;
}

/** A change of a segment's text, by its place in the raw text. */
export interface ChangePlace {
  readonly start: number;
  readonly end: number;
}

/** What corrections have changed in a segment or wanted to change, and what people undo of it. */
export class SegmentCorrectionsRepository {
  constructor(private readonly db: Database) {}

  /**
   * The changes of a segment's latest correction, in the order of its text.
   * @throws AppError `not_found`
   */
  async list(
    place: SegmentPlace,
  ): Promise<{ readonly raw: string; readonly changes: readonly CorrectionChangeRecord[] }> {
    return inTransaction(this.db, async (tx) => {
      const { raw } = await findSegment(tx, place);
      return { raw, changes: await changesOf(tx, place) };
    });
  }

  /**
   * Undoes one change, so that its place is as it was heard, or takes it again. It outlasts later
   * corrections of the same text. Signals the conversation, because its summary is outdated.
   * @throws AppError `not_found`; `correction_not_taken` when the change was refused
   */
  async setUndone(
    place: SegmentPlace,
    { start, end }: ChangePlace,
    undone: boolean,
  ): Promise<EditedSegmentRecord> {
    return inTransaction(this.db, async (tx) => {
      const { conversationId, segmentId } = place;
      const known = await lockConversation(tx, conversationId);
      const segment = await findSegment(tx, place);
      if (!known) throw notFound(segmentId);
      const changes = await changesOf(tx, place);
      const change = changes.find((row) => row.startIndex === start && row.endIndex === end);
      if (change === undefined) throw changeNotFound(segmentId, { start, end });
      if (change.outcome === 'refused') throw notTaken();
      const outcome = undone ? ('undone' as const) : ('taken' as const);
      if (change.outcome === outcome) return { revision: known.revision, segment };
      const { position } = change;
      await tx
        .update(correctionChanges)
        .set({ outcome })
        .where(
          and(eq(correctionChanges.segmentId, segmentId), eq(correctionChanges.position, position)),
        );
      const now = changes.map((row) => (row === change ? { ...row, outcome } : row));
      const spans = now.flatMap((row) => spanOf(row) ?? []);
      const corrected = correctedText(segment.raw, spans);
      await tx.update(segments).set({ corrected }).where(eq(segments.id, segmentId));
      const revision = known.revision + 1;
      await appendAndApply(tx, [
        {
          type: 'segment_edited',
          ownerId: known.ownerId,
          conversationId,
          taskId: null,
          idempotencyKey: `segment_edited:${segmentId}:${ulid()}`,
          data: { segmentId, turnId: segment.turnId, revision, undone },
        },
      ]);
      await signalWork(tx, [conversationSignal(conversationId, known.ownerId)]);
      return { revision, segment: { ...segment, corrected } };
    });
  }
}

function changesOf(tx: Transaction, { segmentId }: SegmentPlace) {
  return tx
    .select()
    .from(correctionChanges)
    .where(eq(correctionChanges.segmentId, segmentId))
    .orderBy(asc(correctionChanges.position));
}

async function findSegment(
  tx: Transaction,
  { conversationId, segmentId }: SegmentPlace,
): Promise<SegmentRecord> {
  const [segment] = await tx
    .select()
    .from(segments)
    .where(and(eq(segments.id, segmentId), eq(segments.conversationId, conversationId)));
  if (segment === undefined) throw notFound(segmentId);
  return segment;
}

function notFound(segmentId: string): AppError {
  return new AppError('not_found', `There is no segment ${segmentId} in this conversation.`);
}

function changeNotFound(segmentId: string, { start, end }: ChangePlace): AppError {
  const message = `The correction of segment ${segmentId} has no change from ${start} to ${end}.`;
  return new AppError('not_found', message);
}

function notTaken(): AppError {
  return new AppError(
    'correction_not_taken',
    'This change was refused, so there is nothing to undo.',
  );
}
