import { eq, inArray, isNotNull } from 'drizzle-orm';
import type { HeardSegment } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { correctionChanges, segments, turns } from '../schema/index.ts';
import { SegmentsOfTurns, type PlacedSegment, type TurnDivider } from './segments-of-turns.ts';
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

/** How the text of a recording is given to its turns. */
export interface TextDivision {
  /** Gives it to the turns that the old one had, or to new ones. */
  readonly divider: TurnDivider;
  /** Called once the old text is gone, and only if there will be a new one. */
  readonly beforeInsert: () => Promise<void>;
}

/**
 * Writes the segments of a clip. If it was transcribed before, or imported with its text, the new text
 * replaces the old one, which is kept as an earlier version, turn by turn. A text that a person has edited
 * is not replaced; the result then has the warning `edited_text_kept`.
 * @param taskId the task that transcribed the new text
 * @param division how the new text is given to turns
 */
export async function replaceSegments(
  tx: Transaction,
  taskId: string,
  clip: ClipRow,
  stitched: AsyncGenerator<HeardSegment, StitchSummary>,
  { divider, beforeInsert }: TextDivision,
): Promise<StitchSummary> {
  const heard = inArray(segments.turnId, turnsHeardIn(tx, clip));
  if ((await tx.$count(segments, heard)) === 0) {
    await beforeInsert();
    return insertSegments(tx, clip, new SegmentsOfTurns(divider(clip.turnId, [])), stitched);
  }
  // Locked before the read that decides, so that no edit can happen in between.
  const conversation = await lockConversation(tx, clip.conversationId);
  const { turnId, startMs, endMs, edited } = segments;
  const present = await tx
    .select({ turnId, startMs, endMs, isEdited: isNotNull(edited) })
    .from(segments)
    .where(heard);
  if (present.some(({ isEdited }) => isEdited)) return keepEdited(present.length, stitched);
  const { conversationId } = clip;
  const replacement = { conversationId, taskId, revision: conversation?.revision ?? 0 };
  const turnIds = [...new Set(present.map((segment) => segment.turnId))];
  await keepVersions(tx, turnIds, replacement);
  const gone = tx.select({ id: segments.id }).from(segments).where(heard);
  await tx.delete(correctionChanges).where(inArray(correctionChanges.segmentId, gone));
  await tx.delete(segments).where(heard);
  await beforeInsert();
  const given = new SegmentsOfTurns(divider(clip.turnId, present));
  return { ...(await insertSegments(tx, clip, given, stitched)), narratives: [] };
}

/** The turns that are heard in a clip: those of its exchange. */
function turnsHeardIn(tx: Transaction, clip: ClipRow) {
  const { id, exchangeId } = turns;
  const exchange = tx.select({ exchangeId }).from(turns).where(eq(id, clip.turnId));
  return tx.select({ id }).from(turns).where(inArray(exchangeId, exchange));
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
  given: SegmentsOfTurns,
  stitched: AsyncGenerator<HeardSegment, StitchSummary>,
): Promise<StitchSummary> {
  let batch: PlacedSegment[] = [];
  for (;;) {
    const next = await stitched.next();
    if (!next.done) batch.push(...given.place(next.value));
    if (batch.length > 0 && (next.done || batch.length >= SEGMENTS_PER_INSERT)) {
      await tx.insert(segments).values(batch.map((placed) => rowOf(clip, placed)));
      batch = [];
    }
    if (next.done) return next.value;
  }
}

function rowOf(clip: ClipRow, { turnId, position, segment }: PlacedSegment) {
  return {
    id: newId('segment'),
    conversationId: clip.conversationId,
    ...{ turnId, position, clipId: clip.id },
    startMs: segment.startMs,
    endMs: segment.endMs,
    raw: segment.text,
    confidence: segment.confidence,
    language: segment.language ?? null,
    words: [...segment.words],
  };
}
