import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { SpeakerRange, TimeRange, VoiceWindow } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import { AppError } from '#platform';
import type { Database } from '../../database/database.ts';
import { speakerResults, taskChunks, tasks, voiceResults } from '../../schema/index.ts';
import { bytesOf, floatsOf } from './float-bytes.ts';

/** A planned chunk, and the key of the voices in it once they are stored. */
export interface ChunkToEmbed extends TimeRange {
  readonly index: number;
  readonly voiceKey: string | null;
}

/** The voices in a chunk, with everything that determines them in their key. */
export interface VoiceResult {
  readonly key: string;
  readonly audioSha256: string;
  readonly engine: string;
  readonly regions: readonly TimeRange[];
  readonly overlaps: readonly TimeRange[];
  readonly windows: readonly VoiceWindow[];
}

/** Where there is speech in a chunk, where two voices speak at once, and the windows over it. */
export interface ChunkVoices {
  readonly regions: readonly TimeRange[];
  readonly overlaps: readonly TimeRange[];
  readonly windows: readonly VoiceWindow[];
}

/** Who speaks when in a recording, with everything that determines it in its key. */
export interface SpeakerResult {
  readonly key: string;
  readonly audioSha256: string;
  readonly ranges: readonly SpeakerRange[];
}

/** Voices of recordings, and who was told apart by them. All writes are idempotent. */
export class VoicesRepository {
  constructor(private readonly db: Database) {}

  /** The chunks of a task, in order. @param toIndex the first one that is left out */
  async chunks(
    taskId: string,
    fromIndex = 0,
    toIndex = Number.MAX_SAFE_INTEGER,
  ): Promise<readonly ChunkToEmbed[]> {
    const { index, startMs, endMs, voiceKey } = taskChunks;
    return this.db
      .select({ index, startMs, endMs, voiceKey })
      .from(taskChunks)
      .where(
        and(
          eq(taskChunks.taskId, taskId),
          gte(index, fromIndex),
          lt(sql`${index}::bigint`, toIndex),
        ),
      )
      .orderBy(asc(index));
  }

  /** Whether voices are stored. */
  async has(key: string): Promise<boolean> {
    return (await this.db.$count(voiceResults, eq(voiceResults.key, key))) > 0;
  }

  /**
   * Stores the voices of a chunk, even when the run has ended, so that a retry can reuse them. Storing a key again is
   * counted.
   */
  async save(result: VoiceResult): Promise<void> {
    const { windows, regions, overlaps, ...rest } = result;
    const embeddings = Buffer.concat(windows.map(({ embedding }) => bytesOf(embedding)));
    await this.db
      .insert(voiceResults)
      .values({
        ...rest,
        regions: [...regions],
        overlaps: [...overlaps],
        windows: windows.map(({ startMs, endMs }) => ({ startMs, endMs })),
        embeddingSize: windows[0]?.embedding.length ?? 0,
        embeddings,
      })
      .onConflictDoUpdate({
        target: voiceResults.key,
        set: { timesEmbedded: sql`${voiceResults.timesEmbedded} + 1` },
      });
  }

  /** Notes which stored voices are those of a chunk. */
  async noteChunk({ taskId, attempt }: TaskRun, index: number, key: string): Promise<void> {
    await this.db.execute(sql`
      UPDATE task_chunks SET voice_key = ${key} FROM tasks
      WHERE task_id = ${taskId} AND chunk_index = ${index} AND tasks.id = task_id
        AND tasks.attempt = ${attempt} AND tasks.ended_at IS NULL`);
  }

  /**
   * Stored voices, in the order of their keys.
   * @throws AppError `internal` when some are not stored any more
   */
  async ofKeys(keys: readonly string[]): Promise<readonly ChunkVoices[]> {
    const rows = await this.db
      .select()
      .from(voiceResults)
      .where(sql`${voiceResults.key} = ANY(${sql.param([...keys])}::text[])`);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key) => {
      const row = byKey.get(key);
      if (row === undefined) throw new AppError('internal', 'Voices are not stored any more.');
      return { regions: row.regions, overlaps: row.overlaps, windows: withEmbeddings(row) };
    });
  }

  /** Who speaks when, by its key; `null` when it is not stored. */
  async findSpeakers(key: string): Promise<readonly SpeakerRange[] | null> {
    const [found] = await this.db.select().from(speakerResults).where(eq(speakerResults.key, key));
    return found?.ranges ?? null;
  }

  /** Stores who speaks when. Storing a key again is counted. */
  async saveSpeakers({ ranges, ...result }: SpeakerResult): Promise<void> {
    await this.db
      .insert(speakerResults)
      .values({ ...result, ranges: [...ranges] })
      .onConflictDoUpdate({
        target: speakerResults.key,
        set: { timesGrouped: sql`${speakerResults.timesGrouped} + 1` },
      });
  }

  /** Notes which stored result tells who speaks in the recording of a task. */
  async noteSpeakers({ taskId, attempt }: TaskRun, key: string): Promise<void> {
    await this.db
      .update(tasks)
      .set({ speakersKey: key })
      .where(and(eq(tasks.id, taskId), eq(tasks.attempt, attempt)));
  }
}

function withEmbeddings(voices: typeof voiceResults.$inferSelect): readonly VoiceWindow[] {
  const { windows, embeddingSize, embeddings } = voices;
  const values = floatsOf(embeddings);
  return windows.map((window, n) => ({
    ...window,
    embedding: values.slice(n * embeddingSize, (n + 1) * embeddingSize),
  }));
}
