import { and, asc, eq, sql } from 'drizzle-orm';
import { addDropCounts } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { AS_SAID, factsWithDecisions, toFact } from '../facts/fact.records.ts';
import { lockProject } from '../projects/lock-project.ts';
import { facts, projectAgents, readSources } from '../schema/index.ts';
import { reportGaps } from './report-gaps.ts';
import type { StoredMaterial } from './report.records.ts';

/** Reads everything that the report of an agent is computed from. */
export async function storedMaterial(
  tx: Transaction,
  projectId: string,
  agent: string,
): Promise<StoredMaterial> {
  const project = await lockProject(tx, projectId);
  const rows = await factsWithDecisions(tx)
    .where(and(eq(facts.projectId, projectId), eq(facts.agent, agent)))
    .orderBy(...AS_SAID.map((column) => asc(column)));
  const sources = await tx
    .select()
    .from(readSources)
    .where(and(eq(readSources.projectId, projectId), eq(readSources.agent, agent)));
  const { failed, gaps } = await reportGaps(tx, projectId, sources);
  return {
    project,
    plan: project.plan,
    facts: rows.map(toFact),
    sourceIds: [...new Set(rows.map(({ sourceId }) => sourceId))],
    talks: sources.map(({ talk }) => talk),
    counts: {
      conversations: sources.filter(({ sourceId }) => sourceId.startsWith('cnv_')).length,
      documents: sources.filter(({ sourceId }) => sourceId.startsWith('doc_')).length,
      facts: rows.length,
      sourcesFailed: failed,
      dropped: addDropCounts(sources.map(({ dropped }) => dropped)),
      gaps,
    },
    wanted: await wantedOf(tx, projectId, agent),
  };
}

async function wantedOf(tx: Transaction, projectId: string, agent: string): Promise<number> {
  const { rows } = await tx.execute<{ wanted: number }>(
    sql`SELECT wanted FROM ${projectAgents} WHERE project_id = ${projectId} AND agent = ${agent}`,
  );
  return rows[0]?.wanted ?? 0;
}
