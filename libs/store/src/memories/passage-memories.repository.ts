import { and, eq } from 'drizzle-orm';
import { AppError } from '#platform';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { segments, turns } from '../schema/index.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';
import { memoryWritten } from './memory.records.ts';
import { writeMemories } from './write-memories.ts';

/** A memory that a person writes about a passage of a conversation. */
export interface PassageMemory {
  readonly conversationId: string;
  readonly segmentId: string;
  readonly narrative: string;
}

/** Memories of passages that people choose. They are scored like those of the exchange itself. */
export class PassageMemoriesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Writes a memory of the exchange that a passage belongs to, and signals its conversation, which
   * scores it. A request that is repeated writes nothing more.
   * @returns the id of the memory
   * @throws AppError `not_found`, `idempotency_key_reused`
   */
  async write(
    { conversationId, segmentId, narrative }: PassageMemory,
    request: IdempotentRequest | null,
  ): Promise<string> {
    const id = newId('memory');
    return inTransaction(this.db, async (tx) => {
      const conversation = await lockConversation(tx, conversationId);
      const exchangeId = await exchangeOf(tx, conversationId, segmentId);
      if (conversation === null || exchangeId === null) throw noPassage(segmentId);
      const claim = await claimKey(tx, request, id);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return claim.subjectId;
      const { ownerId } = conversation;
      const place = { ownerId, conversationId, exchangeId };
      const memory = { ...place, id, narrative, priorDialogue: null };
      await appendAndApply(tx, [memoryWritten(memory)]);
      await writeMemories(tx, [memory]);
      await signalWork(tx, [conversationSignal(conversationId, ownerId)]);
      return id;
    });
  }
}

async function exchangeOf(
  tx: Transaction,
  conversationId: string,
  segmentId: string,
): Promise<string | null> {
  const [found] = await tx
    .select({ exchangeId: turns.exchangeId })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .where(and(eq(segments.id, segmentId), eq(segments.conversationId, conversationId)));
  return found?.exchangeId ?? null;
}

function noPassage(segmentId: string): AppError {
  return new AppError('not_found', `There is no segment ${segmentId} in this conversation.`);
}
