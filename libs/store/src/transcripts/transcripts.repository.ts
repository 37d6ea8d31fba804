import { and, eq } from 'drizzle-orm';
import type { HeardSegment, SpeakerRange, SpokenText } from '#contracts/model';
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
import { divideInPlace } from './speakers/divide-in-place.ts';
import { recordSpeakers } from './speakers/record-speakers.ts';
import {
  speakerRanges,
  tellSpeakers,
  type DivideBySpeaker,
  type Division,
  type ToldSpeakers,
} from './speakers/tell-speakers.ts';
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
 * @param said tells who says what of a segment; called once with each, in order
 * @returns a summary, once all segments have been yielded
 */
export type Stitcher = (
  chunks: AsyncIterable<FinishedChunk>,
  said: (segment: HeardSegment) => readonly SpokenText[],
) => AsyncGenerator<HeardSegment, StitchSummary>;

/** How a recording is divided into turns. */
export interface Dividers {
  /** Gives segments to the turns that are known of a recording. */
  readonly known: TurnDivider;
  /** Makes turns of speakers that were told apart. */
  readonly bySpeaker: DivideBySpeaker | null;
  /** Whether the run has told them apart. */
  readonly isTold: boolean;
}

const ONE_SPEAKER: Dividers = { known: ONE_TURN, bySpeaker: null, isTold: false };

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
   * @param dividers tell which turns of the recording get the new text
   * @returns `null` when the run failed, was cancelled or was replaced
   */
  async complete(
    run: TaskRun,
    clipId: string,
    stitch: Stitcher,
    { known, bySpeaker, isTold }: Dividers = ONE_SPEAKER,
  ): Promise<CompletedTranscript | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      const [found] = await tx
        .select({ clip: clips, turn: turns })
        .from(clips)
        .innerJoin(turns, eq(turns.id, clips.turnId))
        .where(eq(clips.id, clipId));
      if (task === null || !found) return completedBefore(tx, run, clipId);
      const { clip, turn } = found;
      const heard = (said: Parameters<Stitcher>[1]) => stitch(finishedChunks(tx, task.id), said);
      const byOne = ({ text }: HeardSegment) => [{ speaker: turn.speaker, text }];
      const recording = {
        ...{ clipId, conversationId: clip.conversationId },
        ...{ exchangeId: turn.exchangeId, firstTurnId: turn.id },
      };
      const ranges = await rangesOf(tx, task, isTold);
      const measure = async (division: Division) => {
        for await (const segment of heard(byOne)) division.partsOf(segment);
      };
      const told =
        bySpeaker && ranges && (await tellSpeakers(tx, recording, ranges, measure, bySpeaker));
      const stitched = heard(told ? saidBy(told) : byOne);
      const divider = told ? () => dividedBy(told) : known;
      const summary = await replaceSegments(tx, task.id, clip, stitched, {
        divider,
        beforeInsert: async () => {
          if (told) await recordSpeakers(tx, task, recording, told);
        },
      });
      if (bySpeaker && ranges && keepsEdited(summary))
        await divideInPlace(tx, task, recording, ranges, bySpeaker);
      const warnings = [...task.warnings, ...summary.warnings];
      await recordCompletion(tx, task, found, { ...summary, warnings });
      return { segmentCount: summary.segmentCount, warnings };
    });
  }
}

/** Who speaks when in the recording of a task; `null` when the run has not told. */
async function rangesOf(
  tx: Transaction,
  { settings, speakersKey }: TaskRecord,
  isTold: boolean,
): Promise<readonly SpeakerRange[] | null> {
  if (settings.diarisation === 'off') return [];
  return isTold ? speakerRanges(tx, speakersKey) : null;
}

function keepsEdited({ warnings }: StitchSummary): boolean {
  return warnings.some(({ code }) => code === 'edited_text_kept');
}

function dividedBy({ begin }: ToldSpeakers) {
  const division = begin();
  return (heard: HeardSegment) => division.partsOf(heard);
}

/** Who says what of a segment. */
function saidBy(told: ToldSpeakers) {
  const speakers = new Map(told.turns.map(({ turnId, speaker }) => [turnId, speaker]));
  const divide = dividedBy(told);
  return (heard: HeardSegment): readonly SpokenText[] =>
    divide(heard).map(({ turnId, segment: { text } }) => ({
      speaker: speakers.get(turnId) ?? '',
      text,
    }));
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
  const revision = keepsEdited(summary) ? before : before + 1;
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
