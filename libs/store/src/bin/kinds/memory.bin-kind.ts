import { and, eq, ne, sql } from 'drizzle-orm';
import { lockConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { changeTask } from '../../events/task.projection.ts';
import { scoreLater } from '../../memories/assign-scoring.ts';
import type { MemoryRecord } from '../../memories/memory.records.ts';
import { lockPins } from '../../memories/pins.ts';
import { memories, memoryNarratives, tasks } from '../../schema/index.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import { cancelLocked } from '../../tasks/cancel-tasks.ts';
import type { TaskRecord } from '../../tasks/task.records.ts';
import { binTable } from '../bin-table.ts';
import { evictRestoredPins } from '../evict-restored-pins.ts';
import type { BinKindRules } from './bin-kind.port.ts';

/** Length of the beginning of its text by which the bin names a memory, in characters. */
const TITLE_LENGTH = 120;

/** A memory with its earlier narratives. The task that scores it stays, for the other memories. */
export const memoryKind: BinKindRules = {
  tables: [
    binTable(memories, (id) => sql`id = ${id}`),
    binTable(memoryNarratives, (id) => sql`memory_id = ${id}`),
  ],
  tasksOf: (id) => sql`tasks.ended_at IS NULL AND tasks.id = (
    SELECT significance_task_id FROM memories WHERE memories.id = ${id})`,
  lock: async (tx, id) => {
    const known = await find(tx, id);
    if (known === null) return null;
    const { ownerId, conversationId } = known;
    if (conversationId !== null) await lockConversation(tx, conversationId);
    await lockPins(tx, ownerId);
    const [memory] = await tx.select().from(memories).where(eq(memories.id, id)).for('update');
    if (!memory) return null;
    return { id, ownerId, title: beginningOf(memory.narrative), belongsTo: conversationId };
  },
  leave: async (tx, { id }, [scoring]) => {
    if (scoring) await leaveScoring(tx, id, scoring);
    return [];
  },
  lockHome: async (tx, { belongsTo }) =>
    belongsTo === null || (await lockConversation(tx, belongsTo)) !== null,
  onRestored: async (tx, { id, ownerId, belongsTo }, { evict, scoring }) => {
    await evictRestoredPins(tx, ownerId, evict);
    const memory = await find(tx, id);
    if (memory?.significanceTaskId !== null) return;
    if (belongsTo !== null) await signalWork(tx, [conversationSignal(belongsTo, ownerId)]);
    else if (scoring) await scoreLater(tx, memory);
  },
  event: (happening, { id, ownerId, belongsTo }, idempotencyKey) => ({
    type: `memory_${happening}`,
    ...{ ownerId, conversationId: belongsTo, taskId: null, idempotencyKey },
    data: { memoryId: id },
  }),
};

async function find(tx: Transaction, id: string): Promise<MemoryRecord | null> {
  const [memory] = await tx.select().from(memories).where(eq(memories.id, id));
  return memory ?? null;
}

/**
 * A memory that was not scored yet leaves its open task, and waits for another one when it is
 * restored. A task that was for this memory only is cancelled.
 */
async function leaveScoring(tx: Transaction, id: string, task: TaskRecord): Promise<void> {
  const memory = await find(tx, id);
  const since = task.startedAt;
  if (memory?.scoredAt && since !== null && memory.scoredAt >= since) return;
  await tx.update(memories).set({ significanceTaskId: null }).where(eq(memories.id, id));
  const isOther = and(eq(memories.significanceTaskId, task.id), ne(memories.id, id));
  if ((await tx.$count(memories, isOther)) === 0) await cancelLocked(tx, [task]);
  else await changeTask(tx, task.id, { total: sql`greatest(${tasks.total} - 1, ${tasks.done})` });
}

function beginningOf(text: string): string {
  const characters = Array.from(text.slice(0, 2 * TITLE_LENGTH + 2));
  if (characters.length <= TITLE_LENGTH) return text;
  return `${characters.slice(0, TITLE_LENGTH).join('')}…`;
}
