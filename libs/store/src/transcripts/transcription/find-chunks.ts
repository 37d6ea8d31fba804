import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../../database/database.ts';
import { chunkResults, clips, taskChunks, tasks } from '../../schema/index.ts';
import type { ChunkResult, ChunkWork } from './transcription.records.ts';

/** A planned chunk of a task. */
export interface ChunkRef {
  readonly taskId: string;
  readonly index: number;
}

/**
 * Chunks with everything needed to decode them.
 * @returns in the order of `refs`; `null` for a chunk that was not planned
 */
export async function findChunkWorks(
  db: Database,
  refs: readonly ChunkRef[],
): Promise<readonly (ChunkWork | null)[]> {
  const before = alias(taskChunks, 'before');
  const isBefore = and(
    eq(before.taskId, taskChunks.taskId),
    eq(before.index, sql`${taskChunks.index} - 1`),
  );
  const rows = await db
    .select({
      chunk: taskChunks,
      clip: clips,
      settings: tasks.settings,
      previousEndMs: before.endMs,
    })
    .from(taskChunks)
    .innerJoin(tasks, eq(tasks.id, taskChunks.taskId))
    .innerJoin(clips, eq(clips.id, tasks.clipId))
    .leftJoin(before, isBefore)
    .where(or(...refs.map(isChunk)));
  const works = new Map(rows.map((row) => [keyOf(row.chunk), row]));
  return refs.map((ref) => works.get(keyOf(ref)) ?? null);
}

/** @returns in the order of `keys`; `null` for a result that is not stored */
export async function findResults(
  db: Database,
  keys: readonly string[],
): Promise<readonly (ChunkResult | null)[]> {
  const rows = await db
    .select()
    .from(chunkResults)
    .where(inArray(chunkResults.key, [...keys]));
  const results = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => results.get(key) ?? null);
}

function isChunk({ taskId, index }: ChunkRef) {
  return and(eq(taskChunks.taskId, taskId), eq(taskChunks.index, index));
}

function keyOf({ taskId, index }: ChunkRef): string {
  return `${taskId} ${index}`;
}
