import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { TaskState } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { clips, tasks, turns } from '../schema/index.ts';
import type { ClipRow } from './transcription/transcription.records.ts';

/** A recording, and the state of the task that transcribes it. */
export interface RecordingOfExchange {
  readonly clip: ClipRow;
  readonly taskState: TaskState | null;
}

/**
 * The recordings in which turns are heard, by the ids of their exchanges. An exchange has typed turns,
 * or one recording in which all of its turns are heard.
 * @param ofTurns condition of the turns
 */
export async function recordingsOf(
  tx: Transaction,
  ofTurns: SQL,
): Promise<ReadonlyMap<string, RecordingOfExchange>> {
  const { exchangeId, conversationId } = turns;
  const wanted = tx.select({ id: exchangeId }).from(turns).where(ofTurns);
  const ofConversations = tx.select({ id: conversationId }).from(turns).where(ofTurns);
  const rows = await tx
    .select({ exchangeId, clip: clips, taskState: tasks.state })
    .from(clips)
    .innerJoin(turns, eq(turns.id, clips.turnId))
    .leftJoin(tasks, eq(tasks.id, clips.taskId))
    // Clips have an index by their conversation.
    .where(and(inArray(clips.conversationId, ofConversations), inArray(exchangeId, wanted)));
  return new Map(rows.map((row) => [row.exchangeId, row]));
}
