import { and, asc, eq, inArray, isNull, not, sql, type SQL } from 'drizzle-orm';
import { taskTypesWhere, type TaskRun } from '#contracts/tasks';
import type {
  EntityKind,
  EntityRef,
  PendingWork,
  TakeWork,
  WorkSignal,
} from '#contracts/workflows';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { tasks } from '../schema/index.ts';
import type { EntityWork } from './entity-work.port.ts';

const NOTHING_KNOWN = { known: [], followed: [] } as const;

/** Maximum number of tasks in a result, because each result is written to a workflow history. */
const MOST_TASKS = 100;

/**
 * The pending work of entities. Only the database records what was taken; signals carry no work.
 */
export class PendingWorkRepository {
  constructor(
    private readonly db: Database,
    private readonly entities: Readonly<Record<EntityKind, EntityWork>>,
    private readonly titles: boolean,
  ) {}

  /**
   * Creates tasks for the pending work of an entity. It is idempotent: no task is created twice.
   * @param following what the workflow of the entity knows already
   * @returns the pending tasks of the entity except known ones, oldest first. Tasks of the speech
   * queue come last, because they may wait for a long time and short tasks must not wait behind
   * them
   */
  async take(
    entity: EntityRef,
    { known, followed }: Omit<TakeWork, keyof EntityRef> = NOTHING_KNOWN,
  ): Promise<PendingWork> {
    return inTransaction(this.db, async (tx) => {
      const { created, more } = await this.entities[entity.kind].claim(tx, entity.id);
      await appendAndApply(tx, created);
      const pending = await pendingTasks(tx, entity, known, this.titles);
      const ended = await endedAmong(tx, followed);
      return { tasks: pending, more: more || pending.length === MOST_TASKS, ended };
    });
  }

  /**
   * Discards the unclaimed work of an entity: creates its tasks and cancels them at once, so that
   * the work is not taken later and a person can still retry the tasks.
   * @returns ids of the cancelled tasks
   */
  async giveUp(entity: EntityRef): Promise<readonly string[]> {
    return inTransaction(this.db, async (tx) => {
      const ids: string[] = [];
      for (let more = true; more;) {
        const claimed = await this.entities[entity.kind].claim(tx, entity.id);
        const { created } = claimed;
        await appendAndApply(tx, [...created, ...created.map(cancelledBeforeStart)]);
        ids.push(...created.map(({ taskId }) => taskId));
        more = claimed.more;
      }
      return ids;
    });
  }

  /**
   * Entities of one kind that have pending work but no work signal.
   * @param afterId last id of the previous page; `''` for the first page
   * @param limit maximum number of entities
   */
  async unsignalled(
    kind: EntityKind,
    afterId: string,
    limit: number,
  ): Promise<readonly WorkSignal[]> {
    const { hasWork, table } = this.entities[kind];
    const { rows } = await this.db.execute<{ id: string; ownerId: string }>(sql`
      WITH work AS (
        SELECT entity_id AS id FROM tasks WHERE state = 'pending' AND entity_kind = ${kind}
        UNION ${hasWork}
      )
      SELECT work.id, entity.owner_id AS "ownerId"
      FROM work JOIN ${table} AS entity ON entity.id = work.id
      WHERE work.id > ${afterId} AND NOT EXISTS (
        SELECT FROM work_signals
        WHERE work_signals.entity_kind = ${kind} AND work_signals.entity_id = work.id
      )
      ORDER BY work.id LIMIT ${limit}`);
    return rows.map(({ id, ownerId }) => ({ kind, id, ownerId }));
  }
}

function cancelledBeforeStart(created: EventOf<'task_created'>): EventOf<'task_cancelled'> {
  const { ownerId, conversationId, taskId } = created;
  const idempotencyKey = `task_cancelled:${taskId}:1`;
  const data = { attempt: 1 };
  return { type: 'task_cancelled', ownerId, conversationId, taskId, idempotencyKey, data };
}

/** The tasks among these that have ended, or no longer exist. */
async function endedAmong(tx: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const open = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(inArray(tasks.id, [...ids]), isNull(tasks.endedAt)));
  return ids.filter((id) => !open.some((task) => task.id === id));
}

function pendingTasks(
  tx: Transaction,
  { kind, id }: EntityRef,
  known: readonly TaskRun[],
  titles: boolean,
) {
  const { id: taskId, type, attempt, workflowId, conversationId, clipId } = tasks;
  const { skipsQuietWait, priority, total } = tasks;
  const project = kind === 'project' ? { projectId: tasks.entityId, agent: AGENT } : {};
  const of = { conversationId, clipId, ...project, skipsQuietWait, priority, total };
  const label = titles ? LABEL : sql<null>`NULL`;
  const recordings = taskTypesWhere(({ queue }) => queue === 'speech');
  return tx
    .select({ taskId, type, attempt, workflowId, ...of, label })
    .from(tasks)
    .where(
      and(
        eq(tasks.entityKind, kind),
        eq(tasks.entityId, id),
        sql`${tasks.state} = 'pending'`,
        known.length === 0 ? undefined : not(isKnown(known)),
      ),
    )
    .orderBy(inArray(type, [...recordings]), asc(taskId))
    .limit(MOST_TASKS);
}

const AGENT = sql<string | null>`${tasks.settings}->>'agent'`;

/** The file of a transcription or document, the title of the conversation, or the name of the project. */
const LABEL = sql<string | null>`coalesce(
  (SELECT file_name FROM clips WHERE clips.id = ${tasks.clipId}),
  (SELECT title FROM conversations WHERE conversations.id = ${tasks.conversationId}),
  (SELECT file_name FROM documents WHERE documents.id = ${tasks.settings}->>'documentId'),
  (SELECT name FROM projects WHERE projects.id = ${tasks.entityId}))`;

/** Uses two parameters, however many runs there are. */
function isKnown(known: readonly TaskRun[]): SQL {
  const ids = sql.param(known.map(({ taskId }) => taskId));
  const attempts = sql.param(known.map(({ attempt }) => attempt));
  return sql`(${tasks.id}, ${tasks.attempt}) IN (SELECT * FROM unnest(${ids}::text[], ${attempts}::int[]))`;
}
