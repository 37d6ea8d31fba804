import { and, eq, isNull } from 'drizzle-orm';
import type { TaskPriority, TaskSettings } from '#contracts/messages';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { OwnerLedger } from '../limits/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../limits/owner-limits.ts';
import { clips, memories, segments, tasks } from '../schema/index.ts';
import { handOver } from './hand-over.ts';
import { hurry } from './hurry.ts';
import { lockConversation, type LockedConversation } from './lock-conversations.ts';
import { taskCreated, type TaskPurpose } from './new-task.ts';
import type { TaskRecord } from './task.records.ts';
import { hasSettings } from './task-settings.ts';

/** A stage that somebody wants to be run by itself. */
export type TaskRequest = RequestTerms &
  (
    | { readonly type: 'transcription'; readonly clipId: string }
    | {
        readonly type: 'correction' | 'summary' | 'significance';
        readonly conversationId: string;
      }
  );

interface RequestTerms {
  /** How its runs shall differ from what the worker's settings say. */
  readonly settings?: TaskSettings;
  /** Interactive unless it says otherwise. */
  readonly priority?: TaskPriority | undefined;
}

/** What the task is about, and to whom it belongs. */
interface Subject {
  readonly purpose: TaskPurpose & { readonly conversationId: string };
  readonly ownerId: string;
}

/** Tasks that somebody asks for by name. */
export class RequestedTasksRepository {
  constructor(
    private readonly db: Database,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /**
   * Makes a task and leaves it for Temporal; or finds the one that the same request made before. A
   * transcription or summary that is open already is joined: there is never a second one beside it.
   * Who asks for settings joins only what has them.
   * @returns the task
   * @throws AppError `not_found`, `idempotency_key_reused`, `task_settings_differ`,
   * `owner_limit_reached`
   */
  async create(wanted: TaskRequest, request: IdempotentRequest | null): Promise<TaskRecord> {
    return inTransaction(this.db, async (tx) => {
      const subject = await subjectOf(tx, wanted);
      const ledger = await OwnerLedger.open(tx, this.limits, [subject.ownerId]);
      const joined = await openTask(tx, subject.purpose);
      const taskId = joined?.id ?? newId('task');
      const claim = await claimKey(tx, request, taskId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return find(tx, claim.subjectId);
      const refusal = joined ? null : ledger.take(subject.ownerId, ONE_TASK);
      if (refusal) throw refusal;
      if (joined) await join(tx, joined, wanted);
      else await make(tx, taskId, subject, wanted);
      return find(tx, taskId);
    });
  }
}

const ONE_TASK = { tasks: 1, bytes: 0 };

async function subjectOf(tx: Transaction, wanted: TaskRequest): Promise<Subject> {
  if (wanted.type === 'transcription') return clipSubject(tx, wanted.clipId);
  const { type, conversationId } = wanted;
  const { ownerId } = await lock(tx, conversationId);
  return { purpose: { type, conversationId }, ownerId };
}

async function clipSubject(tx: Transaction, clipId: string): Promise<Subject> {
  const [clip] = await tx.select().from(clips).where(eq(clips.id, clipId));
  if (!clip) throw new AppError('not_found', `There is no clip ${clipId}.`);
  const { conversationId } = clip;
  const { ownerId } = await lock(tx, conversationId);
  return { purpose: { type: 'transcription', clipId, conversationId }, ownerId };
}

async function lock(tx: Transaction, id: string): Promise<LockedConversation> {
  const conversation = await lockConversation(tx, id);
  if (conversation) return conversation;
  throw new AppError('not_found', `There is no conversation ${id}.`);
}

async function openTask(tx: Transaction, purpose: Subject['purpose']): Promise<TaskRecord | null> {
  if (purpose.type !== 'transcription' && purpose.type !== 'summary') return null;
  const [open] = await tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.type, purpose.type),
        eq(tasks.conversationId, purpose.conversationId),
        purpose.type === 'transcription' ? eq(tasks.clipId, purpose.clipId) : undefined,
        isNull(tasks.endedAt),
      ),
    )
    .limit(1);
  return open ?? null;
}

/** A summary that waits until the conversation is quiet is made at once when somebody asks for it. */
async function join(
  tx: Transaction,
  task: TaskRecord,
  { settings = {}, priority = 'interactive' }: RequestTerms,
): Promise<void> {
  if (!hasSettings(task.settings, settings)) {
    const message = `Task ${task.id} does the same work now, with other settings.`;
    throw new AppError('task_settings_differ', message);
  }
  await hurry(tx, task.id, { urgent: true, ...(priority === 'interactive' ? { priority } : {}) });
  await handOver(tx, task);
}

async function make(
  tx: Transaction,
  taskId: string,
  { purpose, ownerId }: Subject,
  { settings, priority }: RequestTerms,
): Promise<void> {
  const { conversationId } = purpose;
  const total = await claimAll(tx, taskId, purpose);
  const known = {
    ...{ taskId, ownerId, urgent: true, priority },
    ...(total === null ? {} : { total }),
    ...(settings ? { settings } : {}),
  };
  await appendAndApply(tx, [taskCreated(purpose, known)]);
  await handOver(tx, { id: taskId, attempt: 1, conversationId, ownerId });
}

/** A correction or scoring that somebody asks for is of all there is, done before or not. */
async function claimAll(
  tx: Transaction,
  taskId: string,
  { type, conversationId }: Subject['purpose'],
): Promise<number | null> {
  if (type === 'correction') {
    const { rowCount } = await tx
      .update(segments)
      .set({ correctionTaskId: taskId })
      .where(eq(segments.conversationId, conversationId));
    return rowCount;
  }
  if (type !== 'significance') return null;
  const { rowCount } = await tx
    .update(memories)
    .set({ significanceTaskId: taskId })
    .where(eq(memories.conversationId, conversationId));
  return rowCount;
}

async function find(tx: Transaction, id: string): Promise<TaskRecord> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, id));
  if (task) return task;
  throw new AppError('not_found', `There is no task ${id} any more.`);
}
