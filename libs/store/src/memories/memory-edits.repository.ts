import { asc, eq, max } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { Database, Transaction } from '../database/database.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { memories, memoryNarratives } from '../schema/index.ts';
import { noMemory, type MemoryRecord } from './memory.records.ts';

/** A narrative that a person has replaced. */
export interface EarlierNarrative {
  readonly narrative: string;
  readonly replacedAt: Date;
}

/** What people write over the narratives of memories. Nothing that was there is lost. */
export class MemoryEditsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Replaces the narrative and keeps the earlier one. The score stays: it may be asked for again.
   * @throws AppError `not_found`
   */
  async edit(id: string, narrative: string): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const memory = await lockMemory(tx, id);
      if (memory.narrative === narrative) return;
      const editedAt = new Date();
      await keepNarrative(tx, memory, editedAt);
      await tx.update(memories).set({ narrative, editedAt }).where(eq(memories.id, id));
      await appendAndApply(tx, [editedEvent(memory)], editedAt);
    });
  }

  /** The narratives that were replaced, oldest first. @throws AppError `not_found` */
  async earlier(id: string): Promise<readonly EarlierNarrative[]> {
    if ((await this.db.$count(memories, eq(memories.id, id))) === 0) throw noMemory(id);
    return this.db
      .select({ narrative: memoryNarratives.narrative, replacedAt: memoryNarratives.replacedAt })
      .from(memoryNarratives)
      .where(eq(memoryNarratives.memoryId, id))
      .orderBy(asc(memoryNarratives.position));
  }
}

/**
 * Locks its conversation first, so that no narrative is kept for a memory that is being deleted.
 * @throws AppError `not_found`
 */
async function lockMemory(tx: Transaction, id: string): Promise<MemoryRecord> {
  const [found] = await tx.select().from(memories).where(eq(memories.id, id));
  if (found?.conversationId) await lockConversation(tx, found.conversationId);
  const [memory] = await tx.select().from(memories).where(eq(memories.id, id)).for('update');
  if (memory) return memory;
  throw noMemory(id);
}

/** The caller holds the lock of the memory, so that positions follow one another. */
async function keepNarrative(
  tx: Transaction,
  { id: memoryId, narrative }: MemoryRecord,
  replacedAt: Date,
): Promise<void> {
  const [last] = await tx
    .select({ position: max(memoryNarratives.position) })
    .from(memoryNarratives)
    .where(eq(memoryNarratives.memoryId, memoryId));
  const position = (last?.position ?? 0) + 1;
  await tx.insert(memoryNarratives).values({ memoryId, position, narrative, replacedAt });
}

function editedEvent({ id: memoryId, ownerId, conversationId }: MemoryRecord) {
  return {
    type: 'memory_edited',
    ...{ ownerId, conversationId, taskId: null },
    idempotencyKey: `memory_edited:${ulid()}`,
    data: { memoryId },
  } as const;
}
