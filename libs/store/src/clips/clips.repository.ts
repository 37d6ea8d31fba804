import { eq } from 'drizzle-orm';
import type { TaskSettings } from '#contracts/tasks';
import { AppError } from '#platform';
import { holdBlobs } from '../blobs/blob-locks.ts';
import type { NewConversation } from '../conversations/conversation-input.ts';
import { createConversation } from '../conversations/create-conversation.ts';
import { inLanguage, spokenLanguagesOf } from '../conversations/spoken-language.ts';
import { Batched } from '../database/batched.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { admitAll, type Admission, type Admissions, type Arrival } from '../owners/admission.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { clipReceived, type AcceptedClip, type NewClip } from './clip.events.ts';
import { clips } from '../schema/index.ts';
import { taskCreated } from '../tasks/new-task.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';

export type { NewClip } from './clip.events.ts';

/** A clip that waits to be accepted. */
interface PendingClip {
  readonly clip: NewClip;
  readonly request: IdempotentRequest | null;
  readonly keepBytes: () => Promise<void>;
  readonly clipId: string;
  readonly taskId: string;
}

const MOST_AT_ONCE = 64;

/**
 * Accepts clips. The data, the events and the work signal are written in one transaction, so
 * whatever was answered with a 2xx is stored and will be processed. Concurrent requests share a
 * transaction, because most of its cost is waiting for the disk at commit.
 */
export class ClipsRepository {
  private readonly pending: Batched<PendingClip, Admission>;

  constructor(
    private readonly db: Database,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {
    this.pending = new Batched(
      (batch) => inTransaction(db, (tx) => acceptAll(tx, batch, limits)),
      MOST_AT_ONCE,
    );
  }

  /**
   * Adds a clip as a new exchange, with the task that transcribes it, and signals that the
   * conversation has work.
   * @param keepBytes called once, and only if the request is new; when it rejects, nothing is
   * stored
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
    const outcome = await this.pending.do({ clip, request, keepBytes: runOnce(keepBytes), ...ids });
    if (outcome.kind === 'refused') throw outcome.reason;
    return outcome.subjectId;
  }

  /**
   * Adds a clip to a new conversation, in one transaction: neither is there without the other.
   * @param keepBytes as for {@link acceptClip}
   * @throws AppError `not_found` when the owner has no such project, or the same request was accepted
   * before and its conversation was deleted; `idempotency_key_reused`, `owner_limit_reached`
   */
  async acceptInNew(
    given: NewConversation,
    clip: Omit<NewClip, 'conversationId'>,
    request: IdempotentRequest | null,
    keepBytes: () => Promise<void> = () => Promise.resolve(),
  ): Promise<PlacedClip> {
    return inTransaction(this.db, async (tx) => {
      const ids = { clipId: newId('clip'), taskId: newId('task') };
      const claim = await claimKey(tx, request, ids.clipId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return placeOf(tx, claim.subjectId);
      const conversationId = await createConversation(tx, given);
      const pending = { clip: { ...clip, conversationId }, request: null, keepBytes, ...ids };
      const [admission] = await acceptAll(tx, [pending], this.limits);
      if (admission?.kind === 'refused') throw admission.reason;
      return { conversationId, clipId: ids.clipId };
    });
  }
}

/** A clip and the conversation that it is in. */
export interface PlacedClip {
  readonly conversationId: string;
  readonly clipId: string;
}

async function placeOf(tx: Transaction, clipId: string): Promise<PlacedClip> {
  const [clip] = await tx.select().from(clips).where(eq(clips.id, clipId));
  if (clip) return { conversationId: clip.conversationId, clipId };
  throw new AppError('not_found', `The clip ${clipId} was deleted.`);
}

/** A failed batch is retried one item at a time, but bytes must be kept only once. */
function runOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

async function acceptAll(
  tx: Transaction,
  batch: readonly PendingClip[],
  limits: OwnerLimits,
): Promise<readonly Admission[]> {
  const { conversations, admissions } = await admitAll(tx, limits, batch.map(toArrival));
  const admitted = batch.filter((_pending, index) => admissions[index]?.kind === 'new');
  if (admitted.length > 0) await store(tx, admitted, conversations);
  return admissions;
}

function toArrival({ clip, request, clipId }: PendingClip): Arrival {
  const { conversationId, sizeBytes } = clip;
  return { conversationId, request, subjectId: clipId, demand: { tasks: 1, bytes: sizeBytes } };
}

async function store(
  tx: Transaction,
  admitted: readonly PendingClip[],
  conversations: Admissions['conversations'],
): Promise<void> {
  await holdBlobs(
    tx,
    admitted.map(({ clip }) => clip.sha256),
  );
  await Promise.all(admitted.map(({ keepBytes }) => keepBytes()));
  const languages = await spokenLanguagesOf(
    tx,
    admitted.map(({ clip }) => clip.conversationId),
  );
  const accepted = admitted.map((pending) => ({
    ...pending,
    ownerId: conversations.get(pending.clip.conversationId)?.ownerId ?? '',
    settings: inLanguage(pending.clip.settings, languages.get(pending.clip.conversationId)),
  }));
  await appendAndApply(tx, [...accepted.map(clipReceived), ...accepted.map(transcriptionOf)]);
  await signalWork(
    tx,
    accepted.map(({ clip, ownerId }) => conversationSignal(clip.conversationId, ownerId)),
  );
}

/** The task that transcribes a clip, with what was resolved for it. */
function transcriptionOf(accepted: AcceptedClip & { readonly settings: TaskSettings | undefined }) {
  const { clip, clipId, taskId, ownerId, settings } = accepted;
  const { conversationId, priority } = clip;
  const purpose = { type: 'transcription', clipId, conversationId } as const;
  return taskCreated(purpose, { taskId, ownerId, priority, ...(settings ? { settings } : {}) });
}
