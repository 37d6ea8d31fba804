import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { TaskPriority, WaitingWork } from '#contracts/messages';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { memories, segments, tasks } from '../schema/index.ts';
import { hurry } from './hurry.ts';
import { lockConversation, type LockedConversation } from './lock-conversations.ts';
import { taskCreated } from './new-task.ts';
import { takenPriority } from './taken-priority.ts';

/** What a conversation's workflow takes at once; the rest waits for the next time. */
const MOST_SEGMENTS = 500;
const MOST_MEMORIES = 500;
/** Few enough for the history that they are written into each time. */
const MOST_TASKS = 100;

/** Work that waits in conversations. What was taken is known from here alone, not from signals. */
export class WaitingWorkRepository {
  constructor(private readonly db: Database) {}

  /**
   * Makes tasks of what waits: one correction for all segments that nobody has corrected, one
   * significance task for all memories that nobody has scored, and a summary if the text has
   * changed since the last one and none is open. Taking twice makes nothing twice.
   * @param scoring whether memories are scored at all
   * @returns the tasks of the conversation whose work has not begun. Recordings may wait for long, so
   * they come last and nothing short waits behind them; otherwise the oldest first
   */
  async take(conversationId: string, scoring: boolean): Promise<WaitingWork> {
    return inTransaction(this.db, async (tx) => {
      const conversation = await lockConversation(tx, conversationId);
      if (conversation === null) return { tasks: [], more: false };
      const { created, more } = await takeSome(tx, conversation, scoring);
      await appendAndApply(tx, created);
      const waiting = await waitingTasks(tx, conversationId);
      return { tasks: waiting, more: more || waiting.length === MOST_TASKS };
    });
  }

  /**
   * Gives up what waits: the tasks that it would have become are made, and cancelled at once, so
   * nobody takes it later and a person can still have them retried.
   * @param scoring whether memories are scored at all
   * @returns ids of the tasks
   */
  async giveUp(conversationId: string, scoring: boolean): Promise<readonly string[]> {
    return inTransaction(this.db, async (tx) => {
      const conversation = await lockConversation(tx, conversationId);
      const ids: string[] = [];
      for (let more = conversation !== null; conversation && more;) {
        const taken = await takeSome(tx, conversation, scoring);
        await appendAndApply(tx, [...taken.created, ...taken.created.map(cancelledUnbegun)]);
        ids.push(...taken.created.map(({ taskId }) => taskId));
        more = taken.more;
      }
      return ids;
    });
  }
}

/** The tasks that claimed what waited, and whether it was too much for them. */
interface Taken {
  readonly created: readonly EventOf<'task_created'>[];
  readonly more: boolean;
}

/** The task that claimed what waited of one kind. */
interface Claimed {
  readonly taskId: string;
  readonly total: number;
  readonly more: boolean;
}

async function takeSome(
  tx: Transaction,
  conversation: LockedConversation,
  scoring: boolean,
): Promise<Taken> {
  const { id: conversationId, ownerId } = conversation;
  const correction = await claimSegments(tx, conversationId);
  const scores = scoring ? await claimMemories(tx, conversationId) : null;
  const behind = conversation.revision > conversation.summarySeenRevision;
  if (!correction && !scores && !behind) return { created: [], more: false };
  const priority = await takenPriority(tx, conversationId, correction?.taskId ?? null);
  const known = { ownerId, priority };
  const claimed = [
    ...(correction ? [{ type: 'correction' as const, ...correction }] : []),
    ...(scores ? [{ type: 'significance' as const, ...scores }] : []),
  ];
  const created = claimed.map(({ type, taskId, total }) =>
    taskCreated({ type, conversationId }, { ...known, taskId, total }),
  );
  const summary = behind ? await summaryWanted(tx, conversationId, known) : [];
  return { created: [...created, ...summary], more: claimed.some(({ more }) => more) };
}

function cancelledUnbegun(created: EventOf<'task_created'>): EventOf<'task_cancelled'> {
  const { ownerId, conversationId, taskId } = created;
  const idempotencyKey = `task_cancelled:${taskId}:1`;
  const data = { attempt: 1 };
  return { type: 'task_cancelled', ownerId, conversationId, taskId, idempotencyKey, data };
}

async function claimSegments(tx: Transaction, conversationId: string): Promise<Claimed | null> {
  const taskId = newId('task');
  const waiting = tx
    .select({ id: segments.id })
    .from(segments)
    .where(and(eq(segments.conversationId, conversationId), isNull(segments.correctionTaskId)))
    .orderBy(asc(segments.turnId), asc(segments.position))
    .limit(MOST_SEGMENTS);
  const { rowCount } = await tx
    .update(segments)
    .set({ correctionTaskId: taskId })
    .where(inArray(segments.id, waiting));
  const total = rowCount ?? 0;
  return total === 0 ? null : { taskId, total, more: total === MOST_SEGMENTS };
}

async function claimMemories(tx: Transaction, conversationId: string): Promise<Claimed | null> {
  const taskId = newId('task');
  const waiting = tx
    .select({ id: memories.id })
    .from(memories)
    .where(and(eq(memories.conversationId, conversationId), isNull(memories.significanceTaskId)))
    .orderBy(asc(memories.id))
    .limit(MOST_MEMORIES);
  const { rowCount } = await tx
    .update(memories)
    .set({ significanceTaskId: taskId })
    .where(inArray(memories.id, waiting));
  const total = rowCount ?? 0;
  return total === 0 ? null : { taskId, total, more: total === MOST_MEMORIES };
}

/** At most one summary waits or is in flight; what came after its snapshot waits for the next. */
async function summaryWanted(
  tx: Transaction,
  conversationId: string,
  known: { readonly ownerId: string; readonly priority: TaskPriority },
): Promise<readonly EventOf<'task_created'>[]> {
  const [open] = await tx
    .select({ id: tasks.id, priority: tasks.priority })
    .from(tasks)
    .where(
      and(
        eq(tasks.conversationId, conversationId),
        eq(tasks.type, 'summary'),
        isNull(tasks.endedAt),
      ),
    )
    .limit(1);
  if (!open) return [taskCreated({ type: 'summary', conversationId }, known)];
  if (open.priority === 'batch' && known.priority === 'interactive') await hurry(tx, open.id);
  return [];
}

function waitingTasks(tx: Transaction, conversationId: string) {
  const { id: taskId, type, attempt, workflowId, clipId, urgent, priority } = tasks;
  return tx
    .select({ taskId, type, attempt, workflowId, clipId, urgent, priority })
    .from(tasks)
    .where(and(eq(tasks.conversationId, conversationId), sql`${tasks.state} = 'pending'`))
    .orderBy(sql`${tasks.type} = 'transcription'`, asc(tasks.id))
    .limit(MOST_TASKS);
}
