import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { PlannedChunk } from '#contracts/model';
import type { Transaction } from '../../database/database.ts';
import { chunkResults, taskChunks } from '../../schema/index.ts';
import type { ChunkResult } from './transcription.records.ts';

/** A finished chunk with its result. */
export interface FinishedChunk extends PlannedChunk {
  readonly index: number;
  readonly result: ChunkResult;
}

/** Reads the finished chunks of a task in order, page by page, so that memory stays bounded. */
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
          gte(taskChunks.index, from),
          lt(taskChunks.index, from + pageSize),
        ),
      )
      .orderBy(asc(taskChunks.index));
    for (const { chunk, result } of rows) yield { ...chunk, result };
    if (rows.length === 0) return;
  }
}
