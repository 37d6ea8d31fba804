import { and, eq } from 'drizzle-orm';
import { AppError } from '#platform';
import { idempotencyKeys } from '../schema/index.ts';
import type { Transaction } from './database.ts';

/** Identifies a request that may arrive more than once. */
export interface IdempotentRequest {
  /** Route and owner that the key belongs to. */
  readonly scope: string;
  /** Value of the header `Idempotency-Key`. */
  readonly key: string;
  /** Hash of all that the request asks for. */
  readonly requestHash: string;
}

/**
 * Claims a key for what the transaction is about to create. Of two requests with the same key the
 * second waits here until the first has committed.
 * @param subjectId id of what this request would create
 * @returns `null` when the key is new, else the id that the first request created
 * @throws AppError `idempotency_key_reused` when the key belongs to a different request
 */
export async function claimKey(
  tx: Transaction,
  request: IdempotentRequest | null,
  subjectId: string,
): Promise<string | null> {
  if (request === null) return null;
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ ...request, subjectId })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return null;
  return earlierSubject(tx, request);
}

async function earlierSubject(tx: Transaction, request: IdempotentRequest): Promise<string | null> {
  const [earlier] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, request.scope), eq(idempotencyKeys.key, request.key)));
  if (earlier?.requestHash === request.requestHash) return earlier.subjectId;
  throw new AppError(
    'idempotency_key_reused',
    'This Idempotency-Key came with a different request before.',
  );
}
