import { asc, eq, sql, type SQL } from 'drizzle-orm';
import type { TaskState } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { clips, segments, tasks, textVersions, turns } from '../schema/index.ts';
import type { ClipRow } from './transcription/transcription.records.ts';

export type SegmentRecord = typeof segments.$inferSelect;

/** A turn with the segments of its transcript in order. */
export interface TurnRecord {
  readonly turnId: string;
  readonly exchangeId: string;
  readonly speaker: string;
  readonly clip: ClipRow | null;
  readonly taskState: TaskState | null;
  /** Number of earlier versions of its text. */
  readonly earlierVersions: number;
  readonly segments: readonly SegmentRecord[];
}

const EARLIER_VERSIONS = sql<number>`(
  SELECT count(*)::integer FROM ${textVersions}
  WHERE ${textVersions.conversationId} = ${turns.conversationId}
    AND ${textVersions.turnId} = ${turns.id})`;

/** Turns in order, with their segments. Both conditions must select the same turns. */
export async function readTurns(
  tx: Transaction,
  ofTurns: SQL,
  ofSegments: SQL,
): Promise<TurnRecord[]> {
  const turnRows = await tx
    .select({
      turnId: turns.id,
      exchangeId: turns.exchangeId,
      speaker: turns.speaker,
      clip: clips,
      taskState: tasks.state,
      earlierVersions: EARLIER_VERSIONS,
    })
    .from(turns)
    .leftJoin(clips, eq(clips.turnId, turns.id))
    .leftJoin(tasks, eq(tasks.id, clips.taskId))
    .where(ofTurns)
    .orderBy(asc(turns.id));
  const segmentRows = await tx
    .select()
    .from(segments)
    .where(ofSegments)
    .orderBy(asc(segments.turnId), asc(segments.position));
  const byTurn = Map.groupBy(segmentRows, (segment) => segment.turnId);
  return turnRows.map((turn) => ({ ...turn, segments: byTurn.get(turn.turnId) ?? [] }));
}
