import { sql } from 'drizzle-orm';
import type { TaskRetry, TaskRun } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import { TASK_CHANNEL } from '../../feed/announce.ts';

/** The steps of tasks that did not work and are tried again. Each step is known by a name of its own. */
export class TaskRetriesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Notes that a step is tried again; nothing when as many tries of it are known already, or once the
   * run is being cancelled or has ended.
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

  /** The step has worked; what is known of other steps stays. */
  async clear(run: TaskRun, step: string): Promise<void> {
    await this.db.execute(sql`
      UPDATE tasks
      SET retry = nullif(retry - ${step}::text, '{}'::jsonb), version = version + 1
      WHERE id = ${run.taskId} AND attempt = ${run.attempt} AND jsonb_exists(retry, ${step}::text)
      RETURNING pg_notify(${TASK_CHANNEL}, id)`);
  }
}
