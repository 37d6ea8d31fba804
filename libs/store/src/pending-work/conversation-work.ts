import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { TaskPriority } from '#contracts/model';
import { lockConversation, type LockedConversation } from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import type { EventOf } from '../events/domain-events.ts';
import { isScoredOwner } from '../memories/scored-owners.ts';
import { memories, segments, tasks } from '../schema/index.ts';
import { taskCreated, type NewTask } from '../tasks/new-task.ts';
import type { ClaimedWork, EntityWork, PendingWorkSettings } from './entity-work.port.ts';
import { promotePendingTask } from '../tasks/promote-pending-task.ts';
import { takenPriority } from './taken-priority.ts';

/** Maximum that one task claims; the rest is claimed by the next one. */
const MOST_SEGMENTS = 500;
const MOST_MEMORIES = 500;

/**
 * The work of conversations: one correction for all unclaimed segments, one significance task for
 * all unclaimed memories, unless their owner is not scored, and a summary if the text has changed since the last one and none is
 * open.
 */
export function conversationWork(settings: PendingWorkSettings): EntityWork {
  const { scoring } = settings;
  return {
    kind: 'conversation',
    table: sql`conversations`,
    hasWork: scoring ? sql`${UNPROCESSED_TEXT} UNION ${UNSCORED_MEMORIES}` : UNPROCESSED_TEXT,
    claim: async (tx, id) => {
      const conversation = await lockConversation(tx, id);
      return conversation === null ? NO_WORK : claimWork(tx, conversation, settings);
    },
  };
}

const NO_WORK: ClaimedWork = { created: [], more: false };

const UNPROCESSED_TEXT: SQL = sql`
  SELECT id FROM conversations WHERE revision > summary_seen_revision
  UNION SELECT conversation_id FROM segments WHERE correction_task_id IS NULL`;

const UNSCORED_MEMORIES: SQL = sql`
  SELECT conversation_id FROM memories
  WHERE significance_task_id IS NULL AND conversation_id IS NOT NULL
    AND ${isScoredOwner(sql`memories.owner_id`)}`;

/** The id of a new task, and how much it claimed. */
interface Claimed {
  readonly taskId: string;
  readonly total: number;
  readonly more: boolean;
}

async function claimWork(
  tx: Transaction,
  conversation: LockedConversation,
  { scoring, sharedRuns }: PendingWorkSettings,
): Promise<ClaimedWork> {
  const { id: conversationId, ownerId } = conversation;
  const correction = await claimSegments(tx, conversationId);
  const scores = scoring ? await claimMemories(tx, conversationId) : null;
  const behind = conversation.revision > conversation.summarySeenRevision;
  if (!correction && !scores && !behind) return NO_WORK;
  const priority = await takenPriority(
    tx,
    conversationId,
    correction?.taskId ?? null,
    scores?.taskId ?? null,
  );
  const known = { ownerId, priority, sharesRun: sharedRuns };
  const claimed = [
    ...(correction ? [{ type: 'correction' as const, ...correction }] : []),
    ...(scores ? [{ type: 'significance' as const, ...scores }] : []),
  ];
  const created = claimed.map(({ type, taskId, total }) =>
    taskCreated({ type, conversationId }, { ...known, taskId, total }),
  );
  const summary = behind ? await createOrPromoteSummary(tx, conversationId, known) : [];
  return { created: [...created, ...summary], more: claimed.some(({ more }) => more) };
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
    .where(
      and(
        eq(memories.conversationId, conversationId),
        isNull(memories.significanceTaskId),
        isScoredOwner(memories.ownerId),
      ),
    )
    .orderBy(asc(memories.id))
    .limit(MOST_MEMORIES);
  const { rowCount } = await tx
    .update(memories)
    .set({ significanceTaskId: taskId })
    .where(inArray(memories.id, waiting));
  const total = rowCount ?? 0;
  return total === 0 ? null : { taskId, total, more: total === MOST_MEMORIES };
}

/** At most one summary is open. Text that comes after its snapshot waits for the next one. */
async function createOrPromoteSummary(
  tx: Transaction,
  conversationId: string,
  known: Pick<NewTask, 'ownerId' | 'sharesRun'> & { readonly priority: TaskPriority },
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
  if (open.priority === 'batch' && known.priority === 'interactive')
    await promotePendingTask(tx, open.id);
  return [];
}
