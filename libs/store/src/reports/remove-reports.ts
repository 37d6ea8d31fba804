import { eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { factDecisions, reports } from '../schema/index.ts';

/**
 * Removes what the reports of projects state of a source that is gone for good: every report that was
 * computed from one of its facts, and what people decided about these.
 */
export async function removeReportsOf(tx: Transaction, sourceId: string): Promise<void> {
  await tx.delete(factDecisions).where(eq(factDecisions.sourceId, sourceId));
  const { rows } = await tx.execute<{ id: string }>(
    sql`DELETE FROM report_sources WHERE source_id = ${sourceId} RETURNING report_id AS id`,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.execute(sql`DELETE FROM report_sources WHERE report_id = ANY(${sql.param(ids)})`);
  const { id, ownerId, projectId, agent } = reports;
  const removed = await tx
    .delete(reports)
    .where(inArray(reports.id, ids))
    .returning({ id, ownerId, projectId, agent });
  await appendAndApply(tx, removed.map(removedEvent));
  await showNewest(tx, ids);
}

function removedEvent({
  id,
  ownerId,
  projectId,
  agent,
}: Pick<typeof reports.$inferSelect, 'id' | 'ownerId' | 'projectId' | 'agent'>) {
  const subject = { ownerId, conversationId: null, taskId: null };
  const data = { projectId, agent, reportId: id };
  return {
    type: 'report_removed',
    ...subject,
    idempotencyKey: `report_removed:${id}`,
    data,
  } as const;
}

/** Where the latest report is gone, the newest that is left takes its place, if there is one. */
async function showNewest(tx: Transaction, removed: readonly string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE project_agents SET report_id = (
      SELECT max(id) FROM reports
      WHERE reports.project_id = project_agents.project_id AND reports.agent = project_agents.agent)
    WHERE report_id = ANY(${sql.param([...removed])})`);
}
