import { asc, sql, type SQL } from 'drizzle-orm';
import type { TaskState } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { segments, textVersions, turns } from '../schema/index.ts';
import { recordingsOf } from './recordings-of.ts';
import type { ClipRow } from './transcription/transcription.records.ts';

export type SegmentRecord = typeof segments.$inferSelect;

/** A turn with the segments of its transcript in order. */
export interface TurnRecord {
  readonly turnId: string;
  readonly exchangeId: string;
  readonly speaker: string;
  /** The recording in which it is heard: that of its exchange. */
  readonly clip: ClipRow | null;
  readonly taskState: TaskState | null;
  /** Number of earlier versions of its text. */
  readonly earlierVersions: number;
  readonly segments: readonly SegmentRecord[];
}

// Names of columns are not qualified in a query of one table.
const EARLIER_VERSIONS = sql<number>`(
  SELECT count(*)::integer FROM ${textVersions} AS version
  WHERE version.conversation_id = ${turns}.conversation_id AND version.turn_id = ${turns}.id)`;

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
      earlierVersions: EARLIER_VERSIONS,
    })
    .from(turns)
    .where(ofTurns)
    .orderBy(asc(turns.id));
  const recordings = await recordingsOf(tx, ofTurns);
  const segmentRows = await tx
    .select()
    .from(segments)
    .where(ofSegments)
    .orderBy(asc(segments.turnId), asc(segments.position));
  const byTurn = Map.groupBy(segmentRows, (segment) => segment.turnId);
  return turnRows.map((turn) => ({
    ...turn,
    ...(recordings.get(turn.exchangeId) ?? { clip: null, taskState: null }),
    segments: byTurn.get(turn.turnId) ?? [],
  }));
}
