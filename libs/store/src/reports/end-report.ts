import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/**
 * Records that a report was given up: what was wanted of it is not tried again until something
 * changes or a person asks. Does nothing for tasks of other types.
 */
export async function giveUpReport(tx: Transaction, taskId: string, at: Date): Promise<void> {
  await tx.execute(sql`
    UPDATE project_agents SET covered = wanted, ended_at = ${at}
    FROM tasks
    WHERE tasks.id = ${taskId} AND tasks.type = 'agent_report'
      AND project_agents.project_id = tasks.entity_id
      AND project_agents.agent = tasks.settings->>'agent'`);
}
