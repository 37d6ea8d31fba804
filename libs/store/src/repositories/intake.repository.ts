import { asc, inArray } from 'drizzle-orm';
import { AppError } from '#platform';
import { Batched } from '../database/batched.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { conversations, outbox } from '../schema/index.ts';
import { clipReceived, taskCreated, type NewClip } from './intake.events.ts';

export type { NewClip } from './intake.events.ts';

/** A clip that waits to be accepted. */
interface Intake {
  readonly clip: NewClip;
  readonly request: IdempotentRequest | null;
  readonly keepBytes: () => Promise<void>;
  readonly clipId: string;
  readonly taskId: string;
}

/** What a request comes to: a clip, new or accepted before, or the reason why there is none. */
type Outcome =
  | { readonly kind: 'new' | 'earlier'; readonly clipId: string }
  | { readonly kind: 'refused'; readonly reason: AppError };

const MOST_AT_ONCE = 64;

/**
 * Accepts what comes in: the data, its events and the mark that Temporal must be told are one
 * transaction, so what was answered with a 2xx is kept and will be worked on. Requests that come at
 * the same time share a transaction, because most of its cost is the way to the disk and back.
 */
export class IntakeRepository {
  private readonly intakes: Batched<Intake, Outcome>;

  constructor(db: Database) {
    this.intakes = new Batched(
      (batch) => inTransaction(db, (tx) => acceptAll(tx, batch)),
      MOST_AT_ONCE,
    );
  }

  /**
   * Adds a clip as a new exchange and leaves a transcription task for it in the outbox.
   * @param keepBytes called once, and only if the request is new; when it fails nothing is stored
   * @returns the id of the clip, also when the same request was accepted before
   * @throws AppError `not_found` when there is no such conversation, `idempotency_key_reused`
   */
  async acceptClip(
    clip: NewClip,
    request: IdempotentRequest | null,
    keepBytes: () => Promise<void> = () => Promise.resolve(),
  ): Promise<string> {
    const ids = { clipId: newId('clip'), taskId: newId('task') };
    const outcome = await this.intakes.do({ clip, request, keepBytes: once(keepBytes), ...ids });
    if (outcome.kind === 'refused') throw outcome.reason;
    return outcome.clipId;
  }
}

/** A transaction that fails is tried again without its neighbours; bytes are kept only once. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

async function acceptAll(tx: Transaction, batch: readonly Intake[]): Promise<readonly Outcome[]> {
  const owners = await lockOwners(tx, batch);
  const outcomes: Outcome[] = [];
  // One after the other: two of them may carry the same key.
  for (const intake of batch) outcomes.push(await admit(tx, intake, owners));
  const admitted = batch.filter((_intake, index) => outcomes[index]?.kind === 'new');
  if (admitted.length > 0) await store(tx, admitted, owners);
  return outcomes;
}

/** Locked in the order of their ids, so that two gateways never wait for each other. */
async function lockOwners(
  tx: Transaction,
  batch: readonly Intake[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(batch.map(({ clip }) => clip.conversationId))];
  const rows = await tx
    .select({ id: conversations.id, ownerId: conversations.ownerId })
    .from(conversations)
    .where(inArray(conversations.id, ids))
    .orderBy(asc(conversations.id))
    .for('no key update');
  return new Map(rows.map(({ id, ownerId }) => [id, ownerId]));
}

async function admit(
  tx: Transaction,
  { clip, request, clipId }: Intake,
  owners: ReadonlyMap<string, string>,
): Promise<Outcome> {
  if (!owners.has(clip.conversationId)) return { kind: 'refused', reason: unknown(clip) };
  const claim = await claimKey(tx, request, clipId);
  switch (claim.kind) {
    case 'claimed':
      return { kind: 'new', clipId };
    case 'claimedBefore':
      return { kind: 'earlier', clipId: claim.subjectId };
    case 'reused':
      return { kind: 'refused', reason: claim.reason };
  }
}

async function store(
  tx: Transaction,
  admitted: readonly Intake[],
  owners: ReadonlyMap<string, string>,
): Promise<void> {
  await Promise.all(admitted.map(({ keepBytes }) => keepBytes()));
  const accepted = admitted.map((intake) => ({
    ...intake,
    ownerId: owners.get(intake.clip.conversationId) ?? '',
  }));
  await appendAndApply(tx, [...accepted.map(clipReceived), ...accepted.map(taskCreated)]);
  await tx
    .insert(outbox)
    .values(accepted.map(({ taskId }) => ({ kind: 'start' as const, taskId, attempt: 1 })));
}

function unknown({ conversationId }: NewClip): AppError {
  return new AppError('not_found', `There is no conversation ${conversationId}.`);
}
