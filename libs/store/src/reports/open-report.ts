import { and, eq, isNull, not, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { tasks } from '../schema/index.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

/** The open task in which an agent reports about a project; `null` when there is none. */
export async function openReport(
  tx: Transaction,
  projectId: string,
  agent: string,
): Promise<TaskRecord | null> {
  return oneOf(tx, and(isReport(projectId, agent), isNull(tasks.endedAt)));
}

/**
 * The open task that will end with a report; `null` when there is none. A new one waits until the
 * run of one that is being cancelled has closed.
 */
export async function joinableReport(
  tx: Transaction,
  projectId: string,
  agent: string,
): Promise<TaskRecord | null> {
  const isStopping = eq(tasks.state, 'cancelling');
  return oneOf(tx, and(isReport(projectId, agent), isNull(tasks.endedAt), not(isStopping)));
}

async function oneOf(tx: Transaction, condition: SQL | undefined): Promise<TaskRecord | null> {
  const [task] = await tx.select().from(tasks).where(condition).limit(1);
  return task ?? null;
}

/** Whether a task is one in which an agent reports about a project. */
export function isReport(projectId: string, agent: string): SQL | undefined {
  return and(
    eq(tasks.type, 'agent_report'),
    eq(tasks.entityId, projectId),
    sql`${tasks.settings}->>'agent' = ${agent}`,
  );
}
