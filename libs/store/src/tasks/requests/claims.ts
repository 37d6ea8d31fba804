import { eq } from 'drizzle-orm';
import type { TaskType } from '#contracts/tasks';
import type { Transaction } from '../../database/database.ts';
import { memories, segments } from '../../schema/index.ts';

/**
 * Claims everything in a conversation that a task of a type works on, whether processed or not.
 * @returns how much was claimed
 */
type ClaimAll = (tx: Transaction, taskId: string, conversationId: string) => Promise<number>;

/** What a requested task claims; `null` for a type that claims no segments or memories. */
export const CLAIMS: Readonly<Record<TaskType, ClaimAll | null>> = {
  transcription: null,
  diarisation: null,
  correction: async (tx, taskId, conversationId) => {
    const { rowCount } = await tx
      .update(segments)
      .set({ correctionTaskId: taskId })
      .where(eq(segments.conversationId, conversationId));
    return rowCount ?? 0;
  },
  summary: null,
  significance: async (tx, taskId, conversationId) => {
    const { rowCount } = await tx
      .update(memories)
      .set({ significanceTaskId: taskId })
      .where(eq(memories.conversationId, conversationId));
    return rowCount ?? 0;
  },
  document_reading: null,
  agent_report: null,
  backup: null,
  restore: null,
  snapshot: null,
  clean_up: null,
  export: null,
  import: null,
  retention: null,
  bulk_change: null,
  erasure: null,
};
