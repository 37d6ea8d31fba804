import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { AppError } from '#platform';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { memories, segments, turns } from '../schema/index.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';
import { memoryWritten } from './memory.records.ts';
import { writeMemories } from './write-memories.ts';

/** A memory that a person writes about a passage of a conversation. */
export interface PassageMemory {
  readonly conversationId: string;
  readonly segmentId: string;
  readonly narrative: string;
}

/** The memory that a request to remember a passage leads to. */
export interface RememberedPassage {
  readonly id: string;
  /** Whether this request, or an earlier try of it, has written it. */
  readonly written: boolean;
}

/** Memories of passages that people choose. They are scored like those of the exchange itself. */
export class PassageMemoriesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Writes a memory of the exchange that a passage belongs to, and signals its conversation, which
   * scores it. A request that is repeated writes nothing more, and neither does one for words that
   * a memory of this exchange has already, whoever or whatever has written that one.
   * @throws AppError `not_found`, `idempotency_key_reused`
   */
  async write(
    { conversationId, segmentId, narrative }: PassageMemory,
    request: IdempotentRequest | null,
  ): Promise<RememberedPassage> {
    return inTransaction(this.db, async (tx) => {
      const conversation = await lockConversation(tx, conversationId);
      const exchangeId = await exchangeOf(tx, conversationId, segmentId);
      if (conversation === null || exchangeId === null) throw noPassage(segmentId);
      const { ownerId } = conversation;
      const place = { ownerId, conversationId, exchangeId };
      const memory = { ...place, id: newId('memory'), narrative, priorDialogue: null };
      // The lock of the conversation makes a request that arrives at the same time see this one.
      const sameId = await memoryWithWords(tx, place, narrative);
      const claim = await claimKey(tx, request, sameId ?? memory.id);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return { id: claim.subjectId, written: true };
      if (sameId !== null) return { id: sameId, written: false };
      await appendAndApply(tx, [memoryWritten(memory)]);
      await writeMemories(tx, [memory]);
      await signalWork(tx, [conversationSignal(conversationId, ownerId)]);
      return { id: memory.id, written: true };
    });
  }
}

/** The first memory of an exchange with these words; white space makes no difference. */
async function memoryWithWords(
  tx: Transaction,
  place: { readonly conversationId: string; readonly exchangeId: string },
  narrative: string,
): Promise<string | null> {
  const [found] = await tx
    .select({ id: memories.id })
    .from(memories)
    .where(
      and(
        eq(memories.conversationId, place.conversationId),
        eq(memories.exchangeId, place.exchangeId),
        sql`${oneSpaced(memories.narrative)} = ${oneSpaced(narrative)}`,
      ),
    )
    .orderBy(asc(memories.id))
    .limit(1);
  return found?.id ?? null;
}

function oneSpaced(text: unknown): SQL {
  return sql`btrim(regexp_replace(${text}, '\\s+', ' ', 'g'))`;
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
