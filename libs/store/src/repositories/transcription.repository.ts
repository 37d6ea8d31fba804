import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import {
  isEnded,
  type AudioProbe,
  type HeardSegment,
  type PlannedChunk,
  type TaskEnding,
  type TaskRun,
  type TaskWarning,
} from '#contracts/messages';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { announceTask } from '../feed/announce.ts';
import { chunkResults, clips, taskChunks, tasks } from '../schema/index.ts';
import { subjectOf, type TaskRecord } from './tasks.repository.ts';

export type ChunkRecord = typeof taskChunks.$inferSelect;
export type ClipRow = typeof clips.$inferSelect;

/** The chunks of a stretch and what the stretch says about the clip. */
export interface PlanRecord {
  /** Where the stretch begins. */
  readonly fromMs: number;
  /** Where the next stretch begins; `null` at the end of the clip. */
  readonly nextFromMs: number | null;
  readonly firstIndex: number;
  readonly chunks: readonly PlannedChunk[];
  readonly silentMs: number;
  /** How far the clip has been read; at its end, its true length. */
  readonly readToMs: number;
  readonly warnings: readonly TaskWarning[];
}

/** Engine work that is finished. */
export interface ChunkResult {
  readonly key: string;
  readonly engine: string;
  readonly language: string;
  readonly segments: readonly HeardSegment[];
  readonly warnings: readonly TaskWarning[];
}

/** What the activities of a transcription read and write. All writes are safe to repeat. */
export class TranscriptionRepository {
  constructor(private readonly db: Database) {}

  /** The clip, or `null` when it is gone. */
  async findClip(clipId: string): Promise<ClipRow | null> {
    const [row] = await this.db.select().from(clips).where(eq(clips.id, clipId));
    return row ?? null;
  }

  /**
   * Marks a run as started.
   * @returns `false` when this run has ended or another has taken its place: nothing is to be done
   */
  async start(run: TaskRun, runId: string): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return false;
      if (task.state === 'cancelling') return true;
      await appendAndApply(tx, [
        {
          ...subjectOf(task, 'task_started'),
          type: 'task_started',
          data: { attempt: run.attempt, runId },
        },
      ]);
      return true;
    });
  }

  /** Records what a clip contains. */
  async recordProbe(run: TaskRun, clipId: string, probe: AudioProbe): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return;
      await appendAndApply(tx, [
        {
          ...subjectOf(task, 'clip_probed'),
          type: 'clip_probed',
          data: { attempt: run.attempt, clipId, probe },
        },
      ]);
    });
  }

  /**
   * Stores the chunks of a stretch and counts its silence as done. Does nothing for any stretch but
   * the next one.
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
          doneMs: task.doneMs + plan.silentMs,
          totalMs: totalAfter(task, plan),
          // Past its start even when nothing was left to read, so that a repetition is noticed.
          plannedToMs: plan.nextFromMs ?? Math.max(plan.readToMs, plan.fromMs + 1),
          warnings: [...task.warnings, ...plan.warnings],
          version,
        })
        .where(eq(tasks.id, task.id));
      await announceTask(tx, task.id);
    });
  }

  async findChunk(taskId: string, index: number): Promise<ChunkRecord | null> {
    const [row] = await this.db.select().from(taskChunks).where(chunkIs(taskId, index));
    return row ?? null;
  }

  async findResult(key: string): Promise<ChunkResult | null> {
    const [row] = await this.db.select().from(chunkResults).where(eq(chunkResults.key, key));
    return row ?? null;
  }

  /** Stores what an unfinished chunk has yielded so far, for those who watch. */
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
      SELECT pg_notify('afterword_tasks', id) FROM task`);
  }

  /**
   * Stores finished engine work. It is kept whatever became of the run: a retry finds it. Doing
   * the same work again would be counted.
   */
  async saveResult(result: ChunkResult): Promise<void> {
    await this.db
      .insert(chunkResults)
      .values({ ...result, segments: [...result.segments], warnings: [...result.warnings] })
      .onConflictDoUpdate({
        target: chunkResults.key,
        set: { timesDecoded: sql`${chunkResults.timesDecoded} + 1` },
      });
  }

  /**
   * Marks a chunk as finished by a stored result and counts its audio as done, once.
   * @param audioMs audio of the chunk that no other chunk covers
   */
  async finishChunk(
    run: TaskRun,
    chunk: { readonly index: number; readonly resultKey: string; readonly audioMs: number },
  ): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return;
      const version = task.version + 1;
      const finished = await tx
        .update(taskChunks)
        .set({ resultKey: chunk.resultKey, partial: null, version })
        .where(and(chunkIs(task.id, chunk.index), isNull(taskChunks.resultKey)))
        .returning({ index: taskChunks.index });
      if (finished.length === 0) return;
      await tx
        .update(tasks)
        .set({ version, doneMs: task.doneMs + chunk.audioMs })
        .where(eq(tasks.id, task.id));
      await announceTask(tx, task.id);
    });
  }

  /** Chunks that changed after a version of their task, with what is known of their text. */
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

  /** Records that a run was cancelled or has failed; does nothing when it has ended already. */
  async end(run: TaskRun, ending: TaskEnding): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return;
      const event =
        ending.state === 'cancelled'
          ? ({ type: 'task_cancelled', data: { attempt: run.attempt } } as const)
          : ({ type: 'task_failed', data: { attempt: run.attempt, error: ending.error } } as const);
      await appendAndApply(tx, [{ ...subjectOf(task, event.type), ...event }]);
      await tx
        .update(taskChunks)
        .set({ partial: null })
        .where(and(eq(taskChunks.taskId, task.id), isNull(taskChunks.resultKey)));
    });
  }
}

/** The length that a container states may be wrong; once it has been read, the clip's is known. */
function totalAfter(task: TaskRecord, plan: PlanRecord): number {
  if (plan.nextFromMs === null) return plan.readToMs;
  return Math.max(task.totalMs ?? 0, plan.readToMs);
}

function chunkIs(taskId: string, index: number) {
  return and(eq(taskChunks.taskId, taskId), eq(taskChunks.index, index));
}

/** What is known of the text of a chunk. */
export interface ChunkText {
  readonly index: number;
  /** The task's version at the chunk's last change. */
  readonly version: number;
  readonly finished: boolean;
  readonly segments: readonly HeardSegment[];
}

/** Locks the task if this run of it is the present one and has not ended. */
export async function lockOpenRun(tx: Transaction, run: TaskRun): Promise<TaskRecord | null> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, run.taskId)).for('update');
  if (!task || task.attempt !== run.attempt || isEnded(task.state)) return null;
  return task;
}

/** A finished chunk with its result, in the order of the clip. */
export interface FinishedChunk extends PlannedChunk {
  readonly index: number;
  readonly result: ChunkResult;
}

/** Reads the finished chunks of a task a page at a time, so that memory stays bounded. */
export async function* finishedChunks(
  tx: Transaction,
  taskId: string,
  pageSize = 50,
): AsyncGenerator<FinishedChunk> {
  for (let from = 0; ; from += pageSize) {
    const rows = await tx
      .select({ chunk: taskChunks, result: chunkResults })
      .from(taskChunks)
      .innerJoin(chunkResults, eq(chunkResults.key, taskChunks.resultKey))
      .where(
        and(
          eq(taskChunks.taskId, taskId),
          sql`${taskChunks.index} >= ${from}`,
          lt(taskChunks.index, from + pageSize),
        ),
      )
      .orderBy(asc(taskChunks.index));
    for (const { chunk, result } of rows) yield { ...chunk, result };
    if (rows.length === 0) return;
  }
}
