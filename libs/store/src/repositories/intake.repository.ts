import { eq } from 'drizzle-orm';
import { transcriptionWorkflowId } from '#contracts/messages';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { NewEvent } from '../events/domain-events.ts';
import { conversations, outbox } from '../schema/index.ts';

/** A clip whose bytes are in the blob store. */
export interface NewClip {
  readonly conversationId: string;
  readonly speaker: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Accepts what comes in: the data, its events and the mark that Temporal must be told are one
 * transaction, so what was answered with a 2xx is kept and will be worked on.
 */
export class IntakeRepository {
  constructor(private readonly db: Database) {}

  /**
   * Adds a clip as a new exchange and leaves a transcription task for it in the outbox.
   * @param keepBytes called once, and only if the request is new; when it fails nothing is stored
   * @returns the id of the clip, also when the same request was accepted before
   * @throws AppError `not_found` when there is no such conversation, `idempotency_key_reused`
   */
  async acceptClip(
    input: NewClip,
    request: IdempotentRequest | null,
    keepBytes: () => Promise<void> = () => Promise.resolve(),
  ): Promise<string> {
    return inTransaction(this.db, async (tx) => {
      const clipId = newId('clip');
      const earlier = await claimKey(tx, request, clipId);
      if (earlier !== null) return earlier;
      const ownerId = await ownerOf(tx, input.conversationId);
      await keepBytes();
      const taskId = newId('task');
      await appendAndApply(tx, clipEvents(input, ownerId, clipId, taskId));
      await tx.insert(outbox).values({ kind: 'start', taskId, attempt: 1 });
      return clipId;
    });
  }
}

async function ownerOf(tx: Transaction, conversationId: string): Promise<string> {
  const [row] = await tx
    .select({ ownerId: conversations.ownerId })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  if (row) return row.ownerId;
  throw new AppError('not_found', `There is no conversation ${conversationId}.`);
}

function clipEvents(
  input: NewClip,
  ownerId: string,
  clipId: string,
  taskId: string,
): readonly NewEvent[] {
  const { conversationId, ...file } = input;
  const ids = { exchangeId: newId('exchange'), turnId: newId('turn'), clipId };
  return [
    {
      type: 'clip_received',
      ownerId,
      conversationId,
      taskId: null,
      idempotencyKey: `clip_received:${clipId}`,
      data: { ...ids, ...file },
    },
    {
      type: 'task_created',
      ownerId,
      conversationId,
      taskId,
      idempotencyKey: `task_created:${taskId}`,
      data: { type: 'transcription', clipId, workflowId: transcriptionWorkflowId(clipId) },
    },
  ];
}
