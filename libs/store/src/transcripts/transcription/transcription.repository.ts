import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { AudioProbe, HeardSegment } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { ClipRun } from '#contracts/workflows';
import { splitClip, type NewPart } from '../../clips/split-clip.ts';
import { Batched } from '../../database/batched.ts';
import type { Database } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { TASK_CHANNEL, announceTask } from '../../feed/announce.ts';
import { chunkResults, clips, taskChunks, tasks, turns } from '../../schema/index.ts';
import { findChunkWorks, findResults, type ChunkRef } from './find-chunks.ts';
import { finishChunks, type FinishedWork } from './finish-chunks.ts';
import { HAS_KNOWN_TURNS } from '../speakers/has-known-turns.ts';
import { lockOpenRun } from '../../tasks/run/lock-run.ts';
import { conversationRunEvent } from '../../tasks/run/run-events.ts';
import { startRun } from '../../tasks/run/start-run.ts';
import type { TaskRecord } from '../../tasks/task.records.ts';
import type {
  ChunkResult,
  ChunkText,
  ChunkWork,
  ClipWork,
  PlanRecord,
} from './transcription.records.ts';

/** Limits the length of the transaction, and the size of the statement, that chunks share. */
const MOST_TOGETHER = 32;

/** The reads and writes of transcription activities. All writes are idempotent. */
export class TranscriptionRepository {
  private readonly finishing: Batched<FinishedWork, void>;
  private readonly finding: Batched<ChunkRef, ChunkWork | null>;
  private readonly findingResults: Batched<string, ChunkResult | null>;

  constructor(private readonly db: Database) {
    this.finishing = new Batched(async (works) => {
      await finishChunks(db, works);
      return works.map((): void => undefined);
    }, MOST_TOGETHER);
    this.finding = new Batched((refs) => findChunkWorks(db, refs), MOST_TOGETHER);
    this.findingResults = new Batched((keys) => findResults(db, keys), MOST_TOGETHER);
  }

  /** The clip, its speaker and the settings of a run, or `null` when the clip or task does not exist. */
  async findClipWork({ taskId, clipId }: ClipRun): Promise<ClipWork | null> {
    const [row] = await this.db
      .select({
        ...{ clip: clips, speaker: turns.speaker, settings: tasks.settings },
        voiceLabel: turns.voiceLabel,
        hasKnownTurns: HAS_KNOWN_TURNS,
      })
      .from(clips)
      .innerJoin(turns, eq(turns.id, clips.turnId))
      .innerJoin(tasks, eq(tasks.id, taskId))
      .where(eq(clips.id, clipId));
    return row ?? null;
  }

  /**
   * Marks a run as started.
   * @returns `false` when there is nothing to do, because this run has ended or was replaced
   */
  async start(run: TaskRun, runId: string): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      return (await startRun(tx, run, runId)) !== null;
    });
  }

  /** Records the result of the probe of a clip. */
  async recordProbe(run: TaskRun, clipId: string, probe: AudioProbe): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return;
      await appendAndApply(tx, [
        {
          ...conversationRunEvent(task, 'clip_probed'),
          type: 'clip_probed',
          data: { attempt: run.attempt, clipId, probe },
        },
      ]);
    });
  }

  /** Adds a turn, with its task, for each further part of a clip's recording; once. */
  async splitClip(run: ClipRun, parts: readonly NewPart[]): Promise<void> {
    await inTransaction(this.db, (tx) => splitClip(tx, run, run.clipId, parts));
  }

  /**
   * Stores the chunks of a stretch and counts its silence as done. Does nothing unless it is the
   * next stretch, so it is idempotent.
   */
  async savePlan(run: TaskRun, plan: PlanRecord): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null || task.plannedToMs !== plan.fromMs) return;
      const version = task.version + 1;
      if (plan.chunks.length > 0) {
        await tx
          .insert(taskChunks)
          .values(
            plan.chunks.map((chunk, offset) => ({
              ...chunk,
              taskId: task.id,
              index: plan.firstIndex + offset,
              version,
            })),
          )
          .onConflictDoNothing();
      }
      await tx
        .update(tasks)
        .set({
          done: task.done + plan.silentMs,
          total: totalAfter(task, plan),
          // Beyond its start even when nothing was left to read, so that a repetition is detected.
          plannedToMs: plan.nextFromMs ?? Math.max(plan.readToMs, plan.fromMs + 1),
          warnings: [...task.warnings, ...plan.warnings],
          version,
        })
        .where(eq(tasks.id, task.id))
        .returning({ announced: announceTask(tasks.id) });
    });
  }

  /**
   * A chunk with everything needed to decode it, or `null` when it was not planned. Chunks that start
   * together share one statement.
   */
  findChunkWork(taskId: string, index: number): Promise<ChunkWork | null> {
    return this.finding.do({ taskId, index });
  }

  /** A stored result, or `null`. Chunks that start together share one statement. */
  findResult(key: string): Promise<ChunkResult | null> {
    return this.findingResults.do(key);
  }

  /** Stores the segments of an unfinished chunk so far, for live readers. */
  async savePartial(run: TaskRun, index: number, segments: readonly HeardSegment[]): Promise<void> {
    await this.db.execute(sql`
      WITH task AS (
        UPDATE tasks SET version = version + 1
        WHERE id = ${run.taskId} AND attempt = ${run.attempt} AND ended_at IS NULL
        RETURNING id, version
      ), chunk AS (
        UPDATE task_chunks SET partial = ${JSON.stringify(segments)}::jsonb, version = task.version
        FROM task
        WHERE task_chunks.task_id = task.id AND chunk_index = ${index} AND result_key IS NULL
      )
      SELECT pg_notify(${TASK_CHANNEL}, id) FROM task`);
  }

  /**
   * Marks a chunk as finished and counts its audio as done, once. Its result is stored even when
   * the run has ended, so that a retry can reuse it.
   * @param chunk `audioMs` is the audio, in milliseconds, that no other chunk counts
   * @param result to store with it; storing the same key again is counted. `null` when it is
   * already stored
   */
  finishChunk(
    run: TaskRun,
    chunk: { readonly index: number; readonly resultKey: string; readonly audioMs: number },
    result: ChunkResult | null = null,
  ): Promise<void> {
    return this.finishing.do({ run, ...chunk, result });
  }

  /** Chunks that changed after a version of their task, with their text so far. */
  async chunksSince(taskId: string, version: number): Promise<readonly ChunkText[]> {
    const rows = await this.db
      .select({ chunk: taskChunks, segments: chunkResults.segments })
      .from(taskChunks)
      .leftJoin(chunkResults, eq(chunkResults.key, taskChunks.resultKey))
      .where(and(eq(taskChunks.taskId, taskId), gt(taskChunks.version, version)))
      .orderBy(asc(taskChunks.index));
    return rows.map(({ chunk, segments }) => ({
      index: chunk.index,
      version: chunk.version,
      finished: segments !== null,
      segments: segments ?? chunk.partial ?? [],
    }));
  }
}

/** The length in a container may be wrong; the true length is known once the clip has been read. */
function totalAfter(task: TaskRecord, plan: PlanRecord): number {
  if (plan.nextFromMs === null) return plan.readToMs;
  return Math.max(task.total ?? 0, plan.readToMs);
}
