import { and, eq, isNull } from 'drizzle-orm';
import type { TaskPriority } from '#contracts/model';
import { kindOf, type TaskSettings, type TaskTypeOf } from '#contracts/tasks';
import { AppError } from '#platform';
import type { Database, Transaction } from '../../database/database.ts';
import { claimKey, type IdempotentRequest } from '../../database/idempotency.ts';
import { newId } from '../../database/ids.ts';
import { inTransaction } from '../../database/transaction.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { OwnerLedger } from '../../owners/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../../owners/owner-limits.ts';
import { clips, tasks } from '../../schema/index.ts';
import { enqueueForTemporal } from '../../signals/enqueue-for-temporal.ts';
import { promotePendingTask } from '../promote-pending-task.ts';
import {
  lockConversation,
  type LockedConversation,
} from '../../conversations/lock-conversations.ts';
import { taskCreated, type TaskPurpose } from '../new-task.ts';
import { conversationEntity } from '../../events/conversation-entity.ts';
import type { TaskRecord } from '../task.records.ts';
import { inLanguage, spokenLanguagesOf } from '../../conversations/spoken-language.ts';
import { CLAIMS } from './claims.ts';
import { hasSettings } from '../task-settings.ts';

/** An explicit request for a task, with its subject. */
export type TaskRequest = RequestTerms &
  (
    | { readonly type: TaskTypeOf<'clip'>; readonly clipId: string }
    | { readonly type: TaskTypeOf<'conversation'>; readonly conversationId: string }
  );

interface RequestTerms {
  /** Overrides of the worker's settings for its runs. */
  readonly settings?: TaskSettings;
  /** Interactive by default. */
  readonly priority?: TaskPriority | undefined;
}

/** The purpose of the task, and its owner. */
interface Subject {
  readonly purpose: TaskPurpose & { readonly conversationId: string };
  readonly ownerId: string;
}

/** Explicitly requested tasks. */
export class RequestedTasksRepository {
  constructor(
    private readonly db: Database,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /**
   * Creates a task and enqueues it for Temporal, or returns the one that the same request created
   * before. A request for a transcription or summary joins one that is already open: there is never
   * a second one next to it. A request with settings joins only a task with the same settings.
   * @returns the created, joined or earlier task
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
  if ('clipId' in wanted) return clipSubject(tx, wanted.type, wanted.clipId);
  const { type, conversationId } = wanted;
  const { ownerId } = await lock(tx, conversationId);
  return { purpose: { type, conversationId }, ownerId };
}

async function clipSubject(
  tx: Transaction,
  type: TaskTypeOf<'clip'>,
  clipId: string,
): Promise<Subject> {
  const { conversationId } = await findClip(tx, clipId);
  const { ownerId } = await lock(tx, conversationId);
  // It may have been deleted before the lock was granted.
  await findClip(tx, clipId);
  return { purpose: { type, clipId, conversationId }, ownerId };
}

async function findClip(tx: Transaction, id: string): Promise<typeof clips.$inferSelect> {
  const [clip] = await tx.select().from(clips).where(eq(clips.id, id));
  if (clip) return clip;
  throw new AppError('not_found', `There is no clip ${id}.`);
}

async function lock(tx: Transaction, id: string): Promise<LockedConversation> {
  const conversation = await lockConversation(tx, id);
  if (conversation) return conversation;
  throw new AppError('not_found', `There is no conversation ${id}.`);
}

async function openTask(
  tx: Transaction,
  { type, conversationId, clipId }: Subject['purpose'],
): Promise<TaskRecord | null> {
  if (!kindOf(type).oneAtATime) return null;
  const [open] = await tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.type, type),
        eq(tasks.conversationId, conversationId),
        clipId === undefined ? undefined : eq(tasks.clipId, clipId),
        isNull(tasks.endedAt),
      ),
    )
    .limit(1);
  return open ?? null;
}

/** A joined summary no longer waits until the conversation is quiet. */
async function join(
  tx: Transaction,
  task: TaskRecord,
  { settings = {}, priority = 'interactive' }: RequestTerms,
): Promise<void> {
  if (!hasSettings(task.settings, settings)) {
    const message = `Task ${task.id} is doing the same work with other settings.`;
    throw new AppError('task_settings_differ', message);
  }
  await promotePendingTask(tx, task.id, {
    skipsQuietWait: true,
    ...(priority === 'interactive' ? { priority } : {}),
  });
  await enqueueForTemporal(tx, task);
}

async function make(
  tx: Transaction,
  taskId: string,
  { purpose, ownerId }: Subject,
  { settings, priority }: RequestTerms,
): Promise<void> {
  const { conversationId } = purpose;
  const total = (await CLAIMS[purpose.type]?.(tx, taskId, conversationId)) ?? null;
  const resolved = await settingsOf(tx, purpose, settings);
  const known = {
    ...{ taskId, ownerId, skipsQuietWait: true, priority },
    ...(total === null ? {} : { total }),
    ...(resolved ? { settings: resolved } : {}),
  };
  await appendAndApply(tx, [taskCreated(purpose, known)]);
  const entity = conversationEntity(conversationId);
  await enqueueForTemporal(tx, { id: taskId, attempt: 1, ownerId, ...entity });
}

/** A transcription without a language has that of its conversation. */
async function settingsOf(
  tx: Transaction,
  { type, conversationId }: Subject['purpose'],
  given: TaskSettings | undefined,
): Promise<TaskSettings | undefined> {
  if (type !== 'transcription') return given;
  const languages = await spokenLanguagesOf(tx, [conversationId]);
  return inLanguage(given, languages.get(conversationId));
}

async function find(tx: Transaction, id: string): Promise<TaskRecord> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, id));
  if (task) return task;
  throw new AppError('not_found', `Task ${id} no longer exists.`);
}
