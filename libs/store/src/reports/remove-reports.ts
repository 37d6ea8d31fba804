import { eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { factDecisions, reports } from '../schema/index.ts';

/** What names a report in the change log. */
type ReportRef = Pick<typeof reports.$inferSelect, 'id' | 'ownerId' | 'projectId' | 'agent'>;

/**
 * Removes what projects state of a source that is gone for good, also projects in the bin: every
 * report that was computed from one of its facts, and what people decided about these. The caller
 * has locked the projects of its owner that are in the bin.
 */
export async function removeReportsOf(tx: Transaction, sourceId: string): Promise<void> {
  await tx.delete(factDecisions).where(eq(factDecisions.sourceId, sourceId));
  const removed = [...(await removePresent(tx, sourceId)), ...(await removeBinned(tx, sourceId))];
  await appendAndApply(tx, removed.map(removedEvent));
}

async function removePresent(tx: Transaction, sourceId: string): Promise<readonly ReportRef[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`DELETE FROM report_sources WHERE source_id = ${sourceId} RETURNING report_id AS id`,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.execute(sql`DELETE FROM report_sources WHERE report_id = ANY(${sql.param(ids)})`);
  const { id, ownerId, projectId, agent } = reports;
  const removed = await tx
    .delete(reports)
    .where(inArray(reports.id, ids))
    .returning({ id, ownerId, projectId, agent });
  await showNewest(tx, ids);
  return removed;
}

/** Where the latest report is gone, the newest that is left takes its place, if there is one. */
async function showNewest(tx: Transaction, removed: readonly string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE project_agents SET report_id = (
      SELECT max(id) FROM reports
      WHERE reports.project_id = project_agents.project_id AND reports.agent = project_agents.agent)
    WHERE report_id = ANY(${sql.param([...removed])})`);
}

/** The same with the rows of projects in the bin, and their facts, which are read again. */
async function removeBinned(tx: Transaction, sourceId: string): Promise<readonly ReportRef[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    DELETE FROM bin_rows
    WHERE table_name IN ('facts', 'read_sources', 'fact_decisions', 'report_sources')
      AND row->>'source_id' = ${sourceId}
    RETURNING row->>'report_id' AS id`);
  const ids = sql.param(rows.map(({ id }) => id));
  await tx.execute(sql`
    DELETE FROM bin_rows
    WHERE table_name = 'report_sources' AND row->>'report_id' = ANY(${ids}::text[])`);
  const removed = await tx.execute<ReportRef & Record<string, unknown>>(sql`
    DELETE FROM bin_rows WHERE table_name = 'reports' AND row->>'id' = ANY(${ids}::text[])
    RETURNING row->>'id' AS id, row->>'owner_id' AS "ownerId", row->>'project_id' AS "projectId",
      row->>'agent' AS agent`);
  await tx.execute(sql`
    UPDATE bin_rows AS asked SET row = jsonb_set(asked.row, '{report_id}', coalesce((
      SELECT to_jsonb(max(report.row->>'id')) FROM bin_rows AS report
      WHERE report.item_id = asked.item_id AND report.table_name = 'reports'
        AND report.row->>'agent' = asked.row->>'agent'), 'null'))
    WHERE table_name = 'project_agents' AND row->>'report_id' = ANY(${ids}::text[])`);
  return removed.rows;
}

function removedEvent({ id, ownerId, projectId, agent }: ReportRef) {
  return {
    type: 'report_removed',
    ...{ ownerId, conversationId: null, taskId: null },
    idempotencyKey: `report_removed:${id}`,
    data: { projectId, agent, reportId: id },
  } as const;
}
