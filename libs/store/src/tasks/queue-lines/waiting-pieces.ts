import { sql } from 'drizzle-orm';
import type { TaskPriority } from '#contracts/model';
import { TASKS } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import type { TaskRecord } from '../task.records.ts';
import type { WaitingLine, WaitingPlace } from './waiting-lines.ts';

/** A running transcription with chunks that nobody decodes yet. */
interface WaitingRun extends Record<string, unknown> {
  readonly taskId: string;
  readonly ownerId: string;
  readonly priority: TaskPriority;
  /** How many of its chunks wait in the queue. */
  readonly waiting: number;
}

const { queue } = TASKS.transcription;

/**
 * The running transcriptions among some tasks that were cut into chunks of which none has begun: they
 * run, and yet they wait. The primary key of the chunks finds them.
 */
export async function runsThatWait(
  db: Database,
  wanted: readonly TaskRecord[],
): Promise<ReadonlySet<string>> {
  const ids = wanted
    .filter(({ type, state }) => type === 'transcription' && state === 'running')
    .map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const { rows } = await db.execute<{ taskId: string }>(sql`
    SELECT task_id AS "taskId" FROM task_chunks
    WHERE task_id IN ${ids}
    GROUP BY task_id HAVING NOT bool_or(result_key IS NOT NULL OR partial IS NOT NULL)`);
  return new Set(rows.map(({ taskId }) => taskId));
}

/**
 * The chunks of all transcriptions that wait in the queue, by owner and priority.
 * @param parallel how many chunks of a transcription are in the queue at once
 * @returns oldest transcription first
 */
export async function waitingRuns(db: Database, parallel: number): Promise<readonly WaitingRun[]> {
  const { rows } = await db.execute<WaitingRun>(sql`
    SELECT tasks.id AS "taskId", owner_id AS "ownerId", priority, chunks.waiting
    FROM tasks CROSS JOIN LATERAL (
      SELECT count(*)::int AS waiting FROM (
        SELECT FROM task_chunks
        WHERE task_id = tasks.id AND result_key IS NULL AND partial IS NULL LIMIT ${parallel}
      ) AS queued
    ) AS chunks
    WHERE state = 'running' AND type = 'transcription' AND chunks.waiting > 0
    ORDER BY tasks.id`);
  return rows;
}

/** The lines of the waiting chunks. */
export function pieceLines(runs: readonly WaitingRun[]): readonly WaitingLine[] {
  return [...Map.groupBy(runs, lineOf).values()].flatMap((same) => {
    const [oldest] = same;
    if (!oldest) return [];
    const { ownerId, priority, taskId: oldestId } = oldest;
    const waiting = same.reduce((sum, run) => sum + run.waiting, 0);
    return [{ queue, ownerId, priority, waiting, oldestId }];
  });
}

/** The place of the first chunk of each wanted transcription. */
export function piecePlaces(
  runs: readonly WaitingRun[],
  wanted: ReadonlySet<string>,
): readonly WaitingPlace[] {
  const before = new Map<string, number>();
  const places: WaitingPlace[] = [];
  for (const run of runs) {
    const { taskId, ownerId, priority, waiting } = run;
    const rank = (before.get(lineOf(run)) ?? 0) + 1;
    before.set(lineOf(run), rank - 1 + waiting);
    if (wanted.has(taskId)) places.push({ taskId, queue, ownerId, priority, rank });
  }
  return places;
}

function lineOf({ ownerId, priority }: WaitingRun): string {
  return `${priority} ${ownerId}`;
}
