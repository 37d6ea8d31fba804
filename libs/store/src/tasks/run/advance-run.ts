import { sql } from 'drizzle-orm';
import type { TaskRun, TaskStep } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import { TASK_CHANNEL } from '../../feed/announce.ts';

/** How far a run is: its step, and the progress of the whole task in the unit of its type. */
export interface RunProgress {
  readonly step: TaskStep;
  readonly done: number;
  readonly total: number;
}

/** Stores how far a run is. Does nothing when it has ended or was replaced. */
export async function advanceRun(
  db: Database,
  { taskId, attempt }: TaskRun,
  { step, done, total }: RunProgress,
): Promise<void> {
  await db.execute(sql`
    UPDATE tasks SET step = ${step}, done = ${done}, total = ${total}, version = version + 1
    WHERE id = ${taskId} AND attempt = ${attempt} AND ended_at IS NULL
    RETURNING pg_notify(${TASK_CHANNEL}, id)`);
}
