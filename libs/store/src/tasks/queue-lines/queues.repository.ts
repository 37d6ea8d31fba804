import { and, asc, between, gt, inArray, min, not, sql, type SQL } from 'drizzle-orm';
import type { WorkQueue } from '#contracts/model';
import { TASK_TYPES, TASKS, taskTypesWhere } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import { tasks } from '../../schema/index.ts';
import type { TaskRecord } from '../task.records.ts';
import { pieceLines, piecePlaces, runsThatWait, waitingRuns } from './waiting-pieces.ts';
import { linesOf, rankedIn, type WaitingLine, type WaitingPlace } from './waiting-lines.ts';

/** Queue lines, and the places of some tasks in them. */
export interface WaitingTasks {
  readonly lines: readonly WaitingLine[];
  /** Places of those tasks that wait in a queue. */
  readonly places: readonly WaitingPlace[];
}

/** The throughput of a queue in the last hour. */
export interface RecentPace {
  readonly queue: WorkQueue;
  /** How many tasks were completed. */
  readonly tasks: number;
  /** How long at least one of them ran, in milliseconds. */
  readonly busyMs: number;
}

/** Only the newest completed tasks are read, so that the cost does not grow with the history. */
const TASKS_IN_SAMPLE = 500;

/** The queues of tasks that wait for engines, according to the database. */
export class QueuesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Finds the places of tasks in one pass over the pending tasks, however many are wanted.
   * @param wanted tasks to look up, such as a page of a list
   * @param quietSince summaries that are younger and were not requested still wait for quiet, so
   * they are in no queue
   */
  async placesOf(wanted: readonly TaskRecord[], quietSince: Date): Promise<WaitingTasks> {
    const ids = wanted.map(({ id }) => id).sort();
    const [first] = ids;
    const last = ids.at(-1);
    if (first === undefined || last === undefined) return { lines: [], places: [] };
    const ownerIds = [...new Set(wanted.map(({ ownerId }) => ownerId))];
    const among = and(between(tasks.id, first, last), inArray(tasks.ownerId, ownerIds));
    const [groups, near] = await Promise.all([
      this.groups(isQueued(quietSince), first),
      this.queued(and(isQueued(quietSince), among)),
    ]);
    const places = rankedIn(near, groups).filter(({ taskId }) => ids.includes(taskId));
    return { lines: linesOf(groups), places };
  }

  /**
   * Finds the places of running transcriptions none of whose chunks has begun, among the chunks of
   * all transcriptions that wait.
   * @param wanted tasks to look up; others than such transcriptions have no place
   * @param parallel how many chunks of a transcription are in the queue at once
   */
  async piecesOf(wanted: readonly TaskRecord[], parallel: number): Promise<WaitingTasks> {
    const waiting = await runsThatWait(this.db, wanted);
    if (waiting.size === 0) return { lines: [], places: [] };
    const runs = await waitingRuns(this.db, parallel);
    return { lines: pieceLines(runs), places: piecePlaces(runs, waiting) };
  }

  /**
   * The lines of all queues.
   * @param quietSince as for {@link placesOf}
   */
  async waitingLines(quietSince: Date): Promise<readonly WaitingLine[]> {
    return linesOf(await this.groups(isQueued(quietSince), ''));
  }

  /** The pace of each queue in which a task was completed in the last hour. */
  async recentPaces(): Promise<readonly RecentPace[]> {
    const { rows } = await this.db.execute<{
      queue: WorkQueue;
      tasks: number;
      busyMs: number;
    }>(sql`
      WITH newest AS (
        SELECT type, started_at, ended_at FROM tasks
        WHERE state = 'completed' ORDER BY id DESC LIMIT ${TASKS_IN_SAMPLE}
      ), lately AS (
        SELECT ${queueOf(sql`type`)} AS queue, tstzrange(started_at, ended_at) AS span FROM newest
        WHERE started_at IS NOT NULL AND ended_at > now() - interval '1 hour'
      )
      SELECT queue, count(*)::int AS tasks, (
        SELECT coalesce(1000 * extract(epoch FROM sum(upper(busy) - lower(busy))), 0)::float8
        FROM unnest(range_agg(span)) AS busy
      ) AS "busyMs"
      FROM lately GROUP BY queue`);
    return rows;
  }

  private groups(condition: SQL | undefined, firstId: string) {
    const { type, ownerId, priority, id } = tasks;
    return this.db
      .select({
        ...{ type, ownerId, priority },
        waiting: sql<number>`count(*)::int`,
        /** Tasks that are older than all wanted ones. */
        before: sql<number>`(count(*) FILTER (WHERE ${id} < ${firstId}))::int`,
        oldestId: min(id),
      })
      .from(tasks)
      .where(condition)
      .groupBy(type, ownerId, priority);
  }

  private queued(condition: SQL | undefined) {
    const { id: taskId, type, ownerId, priority } = tasks;
    return this.db
      .select({ taskId, type, ownerId, priority })
      .from(tasks)
      .where(condition)
      .orderBy(asc(taskId));
  }
}

/** Pending tasks wait in a queue, except those that wait until their conversation is quiet. */
function isQueued(quietSince: Date): SQL | undefined {
  const quiet = taskTypesWhere((kind) => kind.waitsForQuiet);
  const waitsForQuiet = and(
    inArray(tasks.type, [...quiet]),
    not(tasks.skipsQuietWait),
    gt(tasks.createdAt, quietSince),
  );
  // A literal instead of a parameter, so that the partial index on pending tasks applies.
  return and(sql`${tasks.state} = 'pending'`, waitsForQuiet && not(waitsForQuiet));
}

function queueOf(type: SQL): SQL {
  const cases = TASK_TYPES.map((each) => sql`WHEN ${each} THEN ${TASKS[each].queue}`);
  return sql`CASE ${type} ${sql.join(cases, sql` `)} END`;
}
