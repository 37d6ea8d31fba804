import { and, eq } from 'drizzle-orm';
import type { HeardSegment } from '#contracts/model';
import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction, SNAPSHOT } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { clips, conversations, segments, tasks, turns } from '../schema/index.ts';
import type { ConversationRecord } from '../conversations/conversations.repository.ts';
import { lockCompletingRun } from '../tasks/run/lock-run.ts';
import { completedEvent, conversationRunEvent } from '../tasks/run/run-events.ts';
import { signalIfReopened } from '../tasks/run/signal-if-reopened.ts';
import { finishedChunks, type FinishedChunk } from './transcription/finished-chunks.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { memoriesOf, memoryWritten } from '../memories/memory.records.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import type { ClipRow } from './transcription/transcription.records.ts';
import { readTurns, type TurnRecord } from './read-turns.ts';
import { replaceSegments, type StitchSummary } from './replace-segments.ts';
import { ONE_TURN, type TurnDivider } from './segments-of-turns.ts';
import { writeMemories } from '../memories/write-memories.ts';

/** A conversation with all its turns. */
export interface TranscriptRecord {
  readonly conversation: ConversationRecord;
  readonly turns: readonly TurnRecord[];
}

/** The result of a completed run; repeated calls return the same. */
export interface CompletedTranscript {
  readonly segmentCount: number;
  /** All warnings of the run, including those of earlier steps. */
  readonly warnings: readonly TaskWarning[];
}

/**
 * Turns the finished chunks of a clip into segments, a few at a time.
 * @param speaker the speaker of the clip
 * @returns a summary, once all segments have been yielded
 */
export type Stitcher = (
  chunks: AsyncIterable<FinishedChunk>,
  speaker: string,
) => AsyncGenerator<HeardSegment, StitchSummary>;

/** Transcripts of conversations. They are written when a clip is stitched. */
export class TranscriptsRepository {
  constructor(private readonly db: Database) {}

  /**
   * A consistent snapshot of the transcript of a conversation, or `null` when there is no such
   * conversation.
   */
  async find(conversationId: string): Promise<TranscriptRecord | null> {
    return inTransaction(this.db, (tx) => readTranscript(tx, conversationId), SNAPSHOT);
  }

  /** A consistent snapshot of a turn with its segments, or `null` when there is no such turn. */
  async findTurn(turnId: string): Promise<TurnRecord | null> {
    const [found] = await inTransaction(
      this.db,
      (tx) => readTurns(tx, eq(turns.id, turnId), eq(segments.turnId, turnId)),
      SNAPSHOT,
    );
    return found ?? null;
  }

  /**
   * Stitches a clip and completes the task in one transaction: segments, revision, events and task
   * become visible together. A completed run does not change; its result is returned again.
   * @param divider tells which turns of the recording get the new text
   * @returns `null` when the run failed, was cancelled or was replaced
   */
  async complete(
    run: TaskRun,
    clipId: string,
    stitch: Stitcher,
    divider: TurnDivider = ONE_TURN,
  ): Promise<CompletedTranscript | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      const [found] = await tx
        .select({ clip: clips, turn: turns })
        .from(clips)
        .innerJoin(turns, eq(turns.id, clips.turnId))
        .where(eq(clips.id, clipId));
      if (task === null || !found) return completedBefore(tx, run, clipId);
      const heard = stitch(finishedChunks(tx, task.id), found.turn.speaker);
      const summary = await replaceSegments(tx, task.id, found.clip, heard, divider);
      const warnings = [...task.warnings, ...summary.warnings];
      await recordCompletion(tx, task, found, { ...summary, warnings });
      return { segmentCount: summary.segmentCount, warnings };
    });
  }
}

async function readTranscript(
  tx: Transaction,
  conversationId: string,
): Promise<TranscriptRecord | null> {
  const [conversation] = await tx
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  if (!conversation) return null;
  const all = await readTurns(
    tx,
    eq(turns.conversationId, conversationId),
    eq(segments.conversationId, conversationId),
  );
  return { conversation, turns: all };
}

async function completedBefore(
  tx: Transaction,
  { taskId, attempt }: TaskRun,
  clipId: string,
): Promise<CompletedTranscript | null> {
  const [task] = await tx
    .select({ warnings: tasks.warnings })
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.attempt, attempt), eq(tasks.state, 'completed')));
  if (!task) return null;
  const segmentCount = await tx.$count(segments, eq(segments.clipId, clipId));
  return { segmentCount, warnings: task.warnings };
}

async function recordCompletion(
  tx: Transaction,
  task: TaskRecord,
  { clip, turn }: { readonly clip: ClipRow; readonly turn: typeof turns.$inferSelect },
  summary: StitchSummary,
): Promise<void> {
  const { attempt, ownerId } = task;
  const { id: clipId, turnId, conversationId } = clip;
  const { engine, segmentCount, wordCount } = summary;
  const spoken = { clipId, turnId, durationMs: task.total ?? 0, segmentCount, wordCount };
  const { exchangeId } = turn;
  const written = memoriesOf({ ownerId, conversationId, exchangeId }, summary.narratives);
  const before = (await lockConversation(tx, conversationId))?.revision ?? 0;
  const textChanged = summary.warnings.every(({ code }) => code !== 'edited_text_kept');
  const revision = textChanged ? before + 1 : before;
  await appendAndApply(tx, [
    {
      ...conversationRunEvent(task, 'clip_transcribed'),
      type: 'clip_transcribed',
      data: { attempt, revision, engine, ...spoken },
    },
    ...written.map((memory) => memoryWritten(memory, task.id)),
    completedEvent(task, summary.warnings),
  ]);
  await writeMemories(tx, written);
  await signalIfReopened(tx, task);
}
