import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { factDecisions, reports } from '../schema/index.ts';

/** What names a report in the change log. */
type ReportRef = Pick<typeof reports.$inferSelect, 'id' | 'ownerId' | 'projectId' | 'agent'>;

/** What of a source is gone for good. */
export interface GoneText {
  readonly sourceId: string;
  /** Reports that were begun later were made without it. */
  readonly before: Date;
  /** A query of the ids of its turns. */
  readonly turns: SQL;
}

/**
 * Removes what projects state of a source that is gone for good, also projects in the bin: every
 * report that was computed from one of its facts, and what people decided about these. The caller
 * has locked the projects of its owner that are in the bin.
 */
export async function removeReportsOf(tx: Transaction, sourceId: string): Promise<void> {
  await tx.delete(factDecisions).where(eq(factDecisions.sourceId, sourceId));
  await tx.execute(sql`
    DELETE FROM bin_rows WHERE table_name = 'fact_decisions' AND row->>'source_id' = ${sourceId}`);
  await removeReports(tx, sourceId, { present: sql`true`, binned: sql`true` });
}

/** The same when a part of a source is gone for good, and the source stays. */
export async function removeReportsBefore(
  tx: Transaction,
  { sourceId, before, turns }: GoneText,
): Promise<void> {
  await tx
    .delete(factDecisions)
    .where(
      and(eq(factDecisions.sourceId, sourceId), sql`${factDecisions.citedTurn} IN (${turns})`),
    );
  await tx.execute(sql`
    DELETE FROM bin_rows
    WHERE table_name = 'fact_decisions' AND row->>'source_id' = ${sourceId}
      AND row->>'cited_turn' IN (${turns})`);
  const at = sql`${before.toISOString()}::timestamptz`;
  await removeReports(tx, sourceId, {
    present: sql`EXISTS (
      SELECT FROM reports LEFT JOIN tasks ON tasks.id = reports.task_id
      WHERE reports.id = report_id AND least(reports.created_at, tasks.started_at) < ${at})`,
    binned: sql`EXISTS (
      SELECT FROM bin_rows AS report LEFT JOIN bin_rows AS task
        ON task.item_id = report.item_id AND task.table_name = 'tasks'
        AND task.row->>'id' = report.row->>'task_id'
      WHERE report.item_id = bin_rows.item_id AND report.table_name = 'reports'
        AND report.row->>'id' = bin_rows.row->>'report_id'
        AND least((report.row->>'created_at')::timestamptz,
          (task.row->>'started_at')::timestamptz) < ${at})`,
  });
}

/** The conditions of the links between a source and its reports: in their table, and in the bin. */
interface LinkConditions {
  readonly present: SQL;
  readonly binned: SQL;
}

async function removeReports(
  tx: Transaction,
  sourceId: string,
  { present, binned }: LinkConditions,
): Promise<void> {
  const removed = [
    ...(await removePresent(tx, sourceId, present)),
    ...(await removeBinned(tx, sourceId, binned)),
  ];
  await appendAndApply(tx, removed.map(removedEvent));
}

async function removePresent(
  tx: Transaction,
  sourceId: string,
  condition: SQL,
): Promise<readonly ReportRef[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    DELETE FROM report_sources WHERE source_id = ${sourceId} AND ${condition}
    RETURNING report_id AS id`);
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
async function removeBinned(
  tx: Transaction,
  sourceId: string,
  condition: SQL,
): Promise<readonly ReportRef[]> {
  await tx.execute(sql`
    DELETE FROM bin_rows
    WHERE table_name IN ('facts', 'read_sources') AND row->>'source_id' = ${sourceId}`);
  const { rows } = await tx.execute<{ id: string }>(sql`
    DELETE FROM bin_rows
    WHERE table_name = 'report_sources' AND row->>'source_id' = ${sourceId} AND ${condition}
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
