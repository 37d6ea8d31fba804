import { and, eq, inArray } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { scoreLater } from '../memories/assign-scoring.ts';
import { noMemory } from '../memories/memory.records.ts';
import { memories } from '../schema/index.ts';

/**
 * Takes memories out of a conversation that is about to be deleted, so that they outlive it; they belong
 * to no conversation from then on. The caller has locked the conversation and its pins.
 * @param scoring whether the installation scores memories; one that has no score yet is scored by itself then
 * @throws AppError `not_found` when one is not of this conversation
 */
export async function keepMemories(
  tx: Transaction,
  conversationId: string,
  ids: readonly string[],
  scoring: boolean,
): Promise<void> {
  const kept = await tx
    .update(memories)
    .set({ conversationId: null, exchangeId: null, keptAt: new Date(), keptFrom: conversationId })
    .where(and(inArray(memories.id, [...ids]), eq(memories.conversationId, conversationId)))
    .returning();
  const missing = ids.find((id) => kept.every((memory) => memory.id !== id));
  if (missing !== undefined) throw noMemory(missing);
  await appendAndApply(
    tx,
    kept.map(({ id, ownerId }) => ({
      type: 'memory_kept' as const,
      ...{ ownerId, conversationId: null, taskId: null },
      idempotencyKey: `memory_kept:${id}:${ulid()}`,
      data: { memoryId: id },
    })),
  );
  for (const memory of kept) {
    if (memory.scoredAt !== null) continue;
    await tx.update(memories).set({ significanceTaskId: null }).where(eq(memories.id, memory.id));
    await scoreLater(tx, memory, scoring);
  }
}
