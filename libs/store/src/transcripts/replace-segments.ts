import { eq, inArray } from 'drizzle-orm';
import type { HeardSegment } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { correctionChanges, segments } from '../schema/index.ts';
import { keepVersions } from './versions/keep-versions.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { ClipRow } from './transcription/transcription.records.ts';

/** The result of stitching a clip. */
export interface StitchSummary {
  readonly engine: string;
  readonly segmentCount: number;
  readonly wordCount: number;
  /** Narrative texts of the clip; each becomes a memory. */
  readonly narratives: readonly string[];
  readonly warnings: readonly TaskWarning[];
}

const SEGMENTS_PER_INSERT = 200;

/**
 * Writes the segments of a clip. If it was transcribed before, the new text replaces the old one,
 * which is kept as an earlier version. A text that a person has edited is not replaced; the result
 * then has the warning `edited_text_kept`.
 * @param taskId the task that transcribed the new text
 */
export async function replaceSegments(
  tx: Transaction,
  taskId: string,
  clip: ClipRow,
  stitched: AsyncGenerator<HeardSegment, StitchSummary>,
): Promise<StitchSummary> {
  const isFirst = (await tx.$count(segments, eq(segments.clipId, clip.id))) === 0;
  if (isFirst) return insertSegments(tx, clip, stitched);
  // Locked before the read that decides, so that no edit can happen in between.
  const conversation = await lockConversation(tx, clip.conversationId);
  const present = await tx
    .select({ edited: segments.edited })
    .from(segments)
    .where(eq(segments.clipId, clip.id));
  if (present.some(({ edited }) => edited !== null)) return keepEdited(present.length, stitched);
  const { conversationId } = clip;
  const replacement = { conversationId, taskId, revision: conversation?.revision ?? 0 };
  await keepVersions(tx, [clip.turnId], replacement);
  const gone = tx.select({ id: segments.id }).from(segments).where(eq(segments.clipId, clip.id));
  await tx.delete(correctionChanges).where(inArray(correctionChanges.segmentId, gone));
  await tx.delete(segments).where(eq(segments.clipId, clip.id));
  return { ...(await insertSegments(tx, clip, stitched)), narratives: [] };
}

async function keepEdited(
  segmentCount: number,
  stitched: AsyncGenerator<HeardSegment, StitchSummary>,
): Promise<StitchSummary> {
  const message = 'A person has edited the transcript of this clip, so it was kept as it is.';
  const summary = await drain(stitched);
  const warnings = [...summary.warnings, { code: 'edited_text_kept' as const, message }];
  return { ...summary, segmentCount, narratives: [], warnings };
}

async function drain(
  stitched: AsyncGenerator<HeardSegment, StitchSummary>,
): Promise<StitchSummary> {
  for (;;) {
    const next = await stitched.next();
    if (next.done) return next.value;
  }
}

async function insertSegments(
  tx: Transaction,
  clip: ClipRow,
  stitched: AsyncGenerator<HeardSegment, StitchSummary>,
): Promise<StitchSummary> {
  let batch: HeardSegment[] = [];
  let position = 0;
  for (;;) {
    const next = await stitched.next();
    if (!next.done) batch.push(next.value);
    if (batch.length > 0 && (next.done || batch.length >= SEGMENTS_PER_INSERT)) {
      await tx.insert(segments).values(toRows(clip, batch, position));
      position += batch.length;
      batch = [];
    }
    if (next.done) return next.value;
  }
}

function toRows(clip: ClipRow, batch: readonly HeardSegment[], firstPosition: number) {
  return batch.map((segment, offset) => ({
    id: newId('segment'),
    conversationId: clip.conversationId,
    turnId: clip.turnId,
    clipId: clip.id,
    position: firstPosition + offset,
    startMs: segment.startMs,
    endMs: segment.endMs,
    raw: segment.text,
    confidence: segment.confidence,
    words: [...segment.words],
  }));
}
