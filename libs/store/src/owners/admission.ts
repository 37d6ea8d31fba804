import { AppError } from '#platform';
import {
  lockConversations,
  ownersOf,
  type LockedConversation,
} from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { claimKey, releaseKey, type IdempotentRequest } from '../database/idempotency.ts';
import { OwnerLedger } from './owner-ledger.ts';
import type { OwnerDemand, OwnerLimits } from './owner-limits.ts';

/** A clip or exchange that waits to be accepted into a conversation. */
export interface Arrival {
  readonly conversationId: string;
  readonly request: IdempotentRequest | null;
  /** The id that it gets if it is new. */
  readonly subjectId: string;
  readonly demand: OwnerDemand;
}

/** The decision on an arrival: it is new, was accepted earlier, or is refused for a reason. */
export type Admission =
  | { readonly kind: 'new' | 'earlier'; readonly subjectId: string }
  | { readonly kind: 'refused'; readonly reason: AppError };

/** The decisions on a batch of arrivals, with their conversations. */
export interface Admissions {
  /** The conversations that exist, locked, by id. */
  readonly conversations: ReadonlyMap<string, LockedConversation>;
  /** A decision for each arrival, in the same order. */
  readonly admissions: readonly Admission[];
}

/**
 * Locks the conversations of arrivals and decides on the arrivals in sequence, because two of them
 * may have the same idempotency key.
 */
export async function admitAll(
  tx: Transaction,
  limits: OwnerLimits,
  arrivals: readonly Arrival[],
): Promise<Admissions> {
  const conversations = await lockConversations(
    tx,
    arrivals.map(({ conversationId }) => conversationId),
  );
  const ledger = await OwnerLedger.open(tx, limits, ownersOf(conversations));
  const admissions: Admission[] = [];
  for (const arrival of arrivals) admissions.push(await admit(tx, arrival, conversations, ledger));
  return { conversations, admissions };
}

async function admit(
  tx: Transaction,
  { conversationId, request, subjectId, demand }: Arrival,
  conversations: ReadonlyMap<string, LockedConversation>,
  ledger: OwnerLedger,
): Promise<Admission> {
  const conversation = conversations.get(conversationId);
  if (!conversation) {
    const message = `There is no conversation ${conversationId}.`;
    return { kind: 'refused', reason: new AppError('not_found', message) };
  }
  const claim = await claimKey(tx, request, subjectId);
  if (claim.kind === 'reused') return { kind: 'refused', reason: claim.reason };
  if (claim.kind === 'claimedBefore') return { kind: 'earlier', subjectId: claim.subjectId };
  const reason = ledger.take(conversation.ownerId, demand);
  if (reason === null) return { kind: 'new', subjectId };
  await releaseKey(tx, request);
  return { kind: 'refused', reason };
}
