import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { WaitingWork } from '#contracts/messages';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { memories, segments, tasks } from '../schema/index.ts';
import { lockConversation, type LockedConversation } from './lock-conversations.ts';
import { taskCreated } from './new-task.ts';

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
      const corrections = await claimSegments(tx, conversation);
      const scores = scoring ? await claimMemories(tx, conversation) : NONE;
      const summary = await summaryWanted(tx, conversation);
      const created = [...corrections.created, ...scores.created, ...summary];
      await appendAndApply(tx, created);
      const waiting = await waitingTasks(tx, conversationId);
      return {
        tasks: waiting,
        more: corrections.more || scores.more || waiting.length === MOST_TASKS,
      };
    });
  }
}

/** The task that claimed what waited, and whether it was too much for one. */
interface Claimed {
  readonly created: readonly EventOf<'task_created'>[];
  readonly more: boolean;
}

const NONE: Claimed = { created: [], more: false };

async function claimSegments(
  tx: Transaction,
  { id: conversationId, ownerId }: LockedConversation,
): Promise<Claimed> {
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
  if (total === 0) return NONE;
  const created = taskCreated({ type: 'correction', conversationId }, { taskId, ownerId, total });
  return { created: [created], more: total === MOST_SEGMENTS };
}

async function claimMemories(
  tx: Transaction,
  { id: conversationId, ownerId }: LockedConversation,
): Promise<Claimed> {
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
  if (total === 0) return NONE;
  const created = taskCreated({ type: 'significance', conversationId }, { taskId, ownerId, total });
  return { created: [created], more: total === MOST_MEMORIES };
}

/** At most one summary waits or is in flight; what came after its snapshot waits for the next. */
async function summaryWanted(
  tx: Transaction,
  { id: conversationId, ownerId, revision, summarySeenRevision }: LockedConversation,
): Promise<readonly EventOf<'task_created'>[]> {
  if (revision <= summarySeenRevision) return [];
  const open = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.conversationId, conversationId),
        eq(tasks.type, 'summary'),
        isNull(tasks.endedAt),
      ),
    )
    .limit(1);
  return open.length > 0 ? [] : [taskCreated({ type: 'summary', conversationId }, { ownerId })];
}

function waitingTasks(tx: Transaction, conversationId: string) {
  const { id: taskId, type, attempt, workflowId, clipId, urgent } = tasks;
  return tx
    .select({ taskId, type, attempt, workflowId, clipId, urgent })
    .from(tasks)
    .where(and(eq(tasks.conversationId, conversationId), sql`${tasks.state} = 'pending'`))
    .orderBy(sql`${tasks.type} = 'transcription'`, asc(tasks.id))
    .limit(MOST_TASKS);
}
