import { AppError } from '#platform';
import { Batched } from '../database/batched.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, releaseKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { OwnerLedger } from '../limits/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../limits/owner-limits.ts';
import { clipReceived, type AcceptedClip, type NewClip } from './intake.events.ts';
import { lockConversations, ownersOf, type LockedConversation } from './lock-conversations.ts';
import { taskCreated } from './new-task.ts';
import { markWakes } from './wake.ts';

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

type Conversations = ReadonlyMap<string, LockedConversation>;

const MOST_AT_ONCE = 64;

/**
 * Accepts what comes in: the data, its events and the mark that Temporal must be told are one
 * transaction, so what was answered with a 2xx is kept and will be worked on. Requests that come at
 * the same time share a transaction, because most of its cost is the way to the disk and back.
 */
export class IntakeRepository {
  private readonly intakes: Batched<Intake, Outcome>;

  constructor(db: Database, limits: OwnerLimits = NO_LIMITS) {
    this.intakes = new Batched(
      (batch) => inTransaction(db, (tx) => acceptAll(tx, batch, limits)),
      MOST_AT_ONCE,
    );
  }

  /**
   * Adds a clip as a new exchange, with the task that transcribes it, and wakes the conversation.
   * @param keepBytes called once, and only if the request is new; when it fails nothing is stored
   * @returns the id of the clip, also when the same request was accepted before
   * @throws AppError `not_found` when there is no such conversation, `idempotency_key_reused`,
   * `owner_limit_reached`
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

async function acceptAll(
  tx: Transaction,
  batch: readonly Intake[],
  limits: OwnerLimits,
): Promise<readonly Outcome[]> {
  const owners = await lockConversations(
    tx,
    batch.map(({ clip }) => clip.conversationId),
  );
  const ledger = await OwnerLedger.open(tx, limits, ownersOf(owners));
  const outcomes: Outcome[] = [];
  // One after the other: two of them may carry the same key.
  for (const intake of batch) outcomes.push(await admit(tx, intake, owners, ledger));
  const admitted = batch.filter((_intake, index) => outcomes[index]?.kind === 'new');
  if (admitted.length > 0) await store(tx, admitted, owners);
  return outcomes;
}

async function admit(
  tx: Transaction,
  { clip, request, clipId }: Intake,
  owners: Conversations,
  ledger: OwnerLedger,
): Promise<Outcome> {
  const conversation = owners.get(clip.conversationId);
  if (!conversation) return { kind: 'refused', reason: unknown(clip) };
  const claim = await claimKey(tx, request, clipId);
  switch (claim.kind) {
    case 'claimed':
      break;
    case 'claimedBefore':
      return { kind: 'earlier', clipId: claim.subjectId };
    case 'reused':
      return { kind: 'refused', reason: claim.reason };
  }
  const reason = ledger.take(conversation.ownerId, { tasks: 1, bytes: clip.sizeBytes });
  if (reason === null) return { kind: 'new', clipId };
  await releaseKey(tx, request);
  return { kind: 'refused', reason };
}

async function store(
  tx: Transaction,
  admitted: readonly Intake[],
  owners: Conversations,
): Promise<void> {
  await Promise.all(admitted.map(({ keepBytes }) => keepBytes()));
  const accepted = admitted.map((intake) => ({
    ...intake,
    ownerId: owners.get(intake.clip.conversationId)?.ownerId ?? '',
  }));
  await appendAndApply(tx, [...accepted.map(clipReceived), ...accepted.map(transcriptionOf)]);
  await markWakes(
    tx,
    accepted.map(({ clip, ownerId }) => ({ conversationId: clip.conversationId, ownerId })),
  );
}

/** The task that transcribes a clip. */
function transcriptionOf({ clip, clipId, taskId, ownerId }: AcceptedClip) {
  const { conversationId, priority } = clip;
  const purpose = { type: 'transcription', clipId, conversationId } as const;
  return taskCreated(purpose, { taskId, ownerId, priority });
}

function unknown({ conversationId }: NewClip): AppError {
  return new AppError('not_found', `There is no conversation ${conversationId}.`);
}
