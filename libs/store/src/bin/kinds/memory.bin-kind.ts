import { eq, sql } from 'drizzle-orm';
import { lockConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { scoreLater } from '../../memories/assign-scoring.ts';
import type { MemoryRecord } from '../../memories/memory.records.ts';
import { lockPins } from '../../memories/pins.ts';
import { exchanges, memories, memoryNarratives } from '../../schema/index.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import { beginningOf } from '../beginning-of.ts';
import { binTable } from '../bin-table.ts';
import { evictRestoredPins } from '../evict-restored-pins.ts';
import { leaveScoring } from '../leave-batches.ts';
import type { BinKindRules } from './bin-kind.port.ts';

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
    const { ownerId, conversationId, exchangeId } = known;
    if (conversationId !== null) await lockConversation(tx, conversationId);
    await lockPins(tx, ownerId);
    const [memory] = await tx.select().from(memories).where(eq(memories.id, id)).for('update');
    if (!memory) return null;
    const title = beginningOf(memory.narrative);
    return { id, ownerId, title, belongsTo: conversationId, exchangeId };
  },
  leave: async (tx, { id }, [scoring]) => {
    if (scoring) await leaveScoring(tx, [id], scoring);
    return [];
  },
  lockHome: async (tx, { belongsTo, exchangeId }) => {
    if (belongsTo === null) return true;
    if ((await lockConversation(tx, belongsTo)) === null) return false;
    return exchangeId === null || (await tx.$count(exchanges, eq(exchanges.id, exchangeId))) > 0;
  },
  onRestored: async (tx, { id, ownerId, belongsTo }, { evict, scoring }) => {
    await evictRestoredPins(tx, ownerId, evict);
    const memory = await find(tx, id);
    if (memory?.significanceTaskId !== null) return;
    if (belongsTo !== null) await signalWork(tx, [conversationSignal(belongsTo, ownerId)]);
    else await scoreLater(tx, memory, scoring);
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
