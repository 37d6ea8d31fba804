import { sql, type SQL } from 'drizzle-orm';
import type { ExportedReport } from '#contracts/export';
import { isErrorCode } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import type { EventOf } from '../events/domain-events.ts';
import { projectAgents, reports as reportsTable, reportSources } from '../schema/index.ts';
import { importedId } from './imported-ids.ts';
import type { ImportedReport, Importing } from './imported.records.ts';

/**
 * Writes reports that are not there yet. The newest one of each agent is shown, as one that is out of
 * date, because the agent has not read the sources here.
 */
export async function writeImportedReports(
  tx: Transaction,
  importing: Importing,
  projectId: string,
  reports: readonly ImportedReport[],
): Promise<void> {
  for (const { report, sourceIds } of reports) {
    const { agent, createdAt: madeAt } = report;
    const createdAt = new Date(madeAt);
    const id = importedId('report', `${projectId}:${report.id}`, createdAt);
    const written = writtenEvent(importing, projectId, { ...report, id });
    if ((await appendAndApply(tx, [written])).length === 0) continue;
    await insertReport(tx, importing, projectId, { ...report, id });
    const sources = sourceIds.map((sourceId) => ({ reportId: id, sourceId }));
    await insertRows(tx, reportSources, ['reportId', 'sourceId'], sources);
    const latest = { reportId: id, endedAt: createdAt };
    await tx
      .insert(projectAgents)
      .values({ projectId, agent, ...latest })
      .onConflictDoUpdate({
        target: [projectAgents.projectId, projectAgents.agent],
        set: latest,
      });
  }
}

async function insertReport(
  tx: Transaction,
  { ownerId, taskId }: Importing,
  projectId: string,
  { id, agent, cause, engine, complete, counts, content, createdAt }: ExportedReport,
): Promise<void> {
  await tx.insert(reportsTable).values({
    ...{ id, projectId, ownerId, agent, taskId, cause, engine, complete },
    ...{ counts: asJson(knownCounts(counts)), content: asJson(content) },
    createdAt: new Date(createdAt),
  });
}

function writtenEvent(
  { ownerId, taskId, attempt }: Importing,
  projectId: string,
  { id: reportId, agent, cause, engine, complete }: ExportedReport,
): EventOf<'report_written'> {
  return {
    type: 'report_written',
    ...{ ownerId, conversationId: null, taskId },
    idempotencyKey: `report_written:imported:${reportId}`,
    data: { attempt, projectId, agent, reportId, cause, engine, complete },
  };
}

/** A code of a later version is none that this one knows. */
function knownCounts({ gaps, ...counts }: ExportedReport['counts']) {
  if (gaps === undefined) return counts;
  const sources = gaps.sources.map(({ errorCode, ...source }) => ({
    ...source,
    errorCode: isErrorCode(errorCode) ? errorCode : ('internal' as const),
  }));
  return { ...counts, gaps: { ...gaps, sources } };
}

/** A value whose schema was checked; JSON leaves out what is not there. */
function asJson(value: object): SQL {
  return sql`${JSON.stringify(value)}::jsonb`;
}
