import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../schema/index.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/** The open task in which an agent reports about a project; `null` when there is none. */
export async function openReport(
  tx: Transaction,
  projectId: string,
  agent: string,
): Promise<TaskRecord | null> {
  const [open] = await tx
    .select()
    .from(tasks)
    .where(and(isReport(projectId, agent), isNull(tasks.endedAt)))
    .limit(1);
  return open ?? null;
}

/** Whether a task is one in which an agent reports about a project. */
export function isReport(projectId: string, agent: string): SQL | undefined {
  return and(
    eq(tasks.type, 'agent_report'),
    eq(tasks.entityId, projectId),
    sql`${tasks.settings}->>'agent' = ${agent}`,
  );
}
