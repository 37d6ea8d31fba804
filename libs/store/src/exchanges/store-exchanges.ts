import type { SpokenText, TaskPriority } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { executeTogether, insertionOf } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { segments } from '../schema/index.ts';
import type { ExchangeRecord } from './exchange.records.ts';
import type { LockedConversation } from '../conversations/lock-conversations.ts';
import { memoriesOf, memoryWritten, type NewMemory } from '../memories/memory.records.ts';
import { conversationSignal, signalsInsertion } from '../signals/signal-work.ts';
import { memoriesInsertion } from '../memories/write-memories.ts';

/** An exchange that is about to be stored. */
export interface AdmittedExchange {
  readonly exchangeId: string;
  readonly conversationId: string;
  readonly turns: readonly SpokenText[];
  readonly narratives: readonly string[];
  readonly priority?: TaskPriority | undefined;
}

/** An admitted exchange with its owner, revision and new ids. */
interface DraftedExchange extends Omit<AdmittedExchange, 'turns'> {
  readonly ownerId: string;
  readonly revision: number;
  readonly turns: readonly (SpokenText & { readonly turnId: string })[];
  readonly memories: readonly NewMemory[];
}

/**
 * Stores exchanges in order, each as a revision of its conversation. However many they are, they
 * take three statements: the round trips of a batch limit how many are accepted per second.
 * @param known the locked conversations, by id
 * @returns the stored exchanges, in the same order
 */
export async function storeExchanges(
  tx: Transaction,
  admitted: readonly AdmittedExchange[],
  known: ReadonlyMap<string, LockedConversation>,
): Promise<readonly ExchangeRecord[]> {
  if (admitted.length === 0) return [];
  const drafts = draft(admitted, known);
  const memories = drafts.flatMap((each) => each.memories);
  const createdAt = new Date();
  const events = [...drafts.map(exchangeAdded), ...memories.map((memory) => memoryWritten(memory))];
  await appendAndApply(tx, events, createdAt);
  const signals = drafts.map((each) => conversationSignal(each.conversationId, each.ownerId));
  await executeTogether(tx, [
    insertionOf(segments, SEGMENT_COLUMNS, drafts.flatMap(segmentsOf)),
    memoriesInsertion(memories),
    signalsInsertion(signals),
  ]);
  return drafts.map((each) => ({
    id: each.exchangeId,
    conversationId: each.conversationId,
    revision: each.revision,
    turnIds: each.turns.map(({ turnId }) => turnId),
    memoryIds: each.memories.map(({ id }) => id),
    createdAt,
  }));
}

function draft(
  admitted: readonly AdmittedExchange[],
  known: ReadonlyMap<string, LockedConversation>,
): readonly DraftedExchange[] {
  const revisions = new Map([...known].map(([id, { revision }]) => [id, revision]));
  return admitted.map((exchange) => {
    const { conversationId, exchangeId, narratives } = exchange;
    const revision = (revisions.get(conversationId) ?? 0) + 1;
    revisions.set(conversationId, revision);
    const ownerId = known.get(conversationId)?.ownerId ?? '';
    const turns = exchange.turns.map((turn) => ({ ...turn, turnId: newId('turn') }));
    const memories = memoriesOf({ ownerId, conversationId, exchangeId }, narratives);
    return { ...exchange, ownerId, revision, turns, memories };
  });
}

/** Idempotency key of the `exchange_added` event of an exchange. */
export function addedKey(exchangeId: string): string {
  return `exchange_added:${exchangeId}`;
}

function exchangeAdded(exchange: DraftedExchange): EventOf<'exchange_added'> {
  const { ownerId, conversationId, exchangeId, revision, priority } = exchange;
  const turns = exchange.turns.map(({ turnId, speaker }) => ({ turnId, speaker }));
  return {
    type: 'exchange_added',
    ownerId,
    conversationId,
    taskId: null,
    idempotencyKey: addedKey(exchangeId),
    data: { exchangeId, revision, turns, ...(priority === 'batch' ? { priority } : {}) },
  };
}

const SEGMENT_COLUMNS = [
  'id',
  'conversationId',
  'turnId',
  'clipId',
  'position',
  'startMs',
  'endMs',
  'raw',
  'confidence',
] as const;

/** A typed turn is one segment without a time. */
function segmentsOf({ conversationId, turns }: DraftedExchange) {
  return turns.map(({ turnId, text }) => ({
    id: newId('segment'),
    conversationId,
    turnId,
    clipId: null,
    position: 0,
    startMs: 0,
    endMs: 0,
    raw: text,
    confidence: 1,
  }));
}
