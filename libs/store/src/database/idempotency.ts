import { and, eq } from 'drizzle-orm';
import { AppError } from '#platform';
import { idempotencyKeys } from '../schema/index.ts';
import type { Transaction } from './database.ts';

/** Identifies a request that may arrive more than once. */
export interface IdempotentRequest {
  /**
   * Namespace of the key: a route, which for some routes includes the owner or the conversation.
   */
  readonly scope: string;
  /** Value of the header `Idempotency-Key`. */
  readonly key: string;
  /** Hash of the content of the request. */
  readonly requestHash: string;
}

/** Whether a request is the first one with its key. */
export type Claim =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'claimedBefore'; readonly subjectId: string }
  | { readonly kind: 'reused'; readonly reason: AppError };

/**
 * Claims a key for what the transaction is about to create. Of two requests with the same key, the
 * second waits here until the first has committed. A request without a key is always new.
 * @param subjectId id of what this request creates if it is new
 * @returns `claimedBefore` with the id that the same request created earlier; `reused` when the key
 * belongs to a different request
 */
export async function claimKey(
  tx: Transaction,
  request: IdempotentRequest | null,
  subjectId: string,
): Promise<Claim> {
  if (request === null) return { kind: 'claimed' };
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ ...request, subjectId })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return claimed.length > 0 ? { kind: 'claimed' } : earlierClaim(tx, request);
}

/** Releases the key of a request that is refused after its claim, so that it can be sent again. */
export async function releaseKey(
  tx: Transaction,
  request: IdempotentRequest | null,
): Promise<void> {
  if (request === null) return;
  const { scope, key } = request;
  await tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
}

async function earlierClaim(tx: Transaction, request: IdempotentRequest): Promise<Claim> {
  const [earlier] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, request.scope), eq(idempotencyKeys.key, request.key)));
  if (earlier?.requestHash === request.requestHash) {
    return { kind: 'claimedBefore', subjectId: earlier.subjectId };
  }
  const message = 'This Idempotency-Key was already used for a different request.';
  return { kind: 'reused', reason: new AppError('idempotency_key_reused', message) };
}
