import { sql } from 'drizzle-orm';
import type { TaskRetry, TaskRun } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import { TASK_CHANNEL } from '../../feed/announce.ts';

/** Failed steps of tasks that are being retried. Each step has a unique name within its task. */
export class TaskRetriesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Records that a step is being retried. Does nothing when as many tries of it are already
   * recorded, or when the run is cancelling, has ended or was replaced.
   */
  async note(run: TaskRun, step: string, retry: TaskRetry): Promise<void> {
    const noted = JSON.stringify({ [step]: retry });
    await this.db.execute(sql`
      UPDATE tasks
      SET retry = coalesce(retry, '{}'::jsonb) || ${noted}::jsonb, version = version + 1
      WHERE id = ${run.taskId} AND attempt = ${run.attempt}
        AND ended_at IS NULL AND state <> 'cancelling'
        AND coalesce((retry -> ${step}::text ->> 'tries')::integer, 0) < ${retry.tries}
      RETURNING pg_notify(${TASK_CHANNEL}, id)`);
  }

  /** Removes the retry of a step that has succeeded; those of other steps stay. */
  async clear(run: TaskRun, step: string): Promise<void> {
    await this.db.execute(sql`
      UPDATE tasks
      SET retry = nullif(retry - ${step}::text, '{}'::jsonb), version = version + 1
      WHERE id = ${run.taskId} AND attempt = ${run.attempt} AND jsonb_exists(retry, ${step}::text)
      RETURNING pg_notify(${TASK_CHANNEL}, id)`);
  }
}
