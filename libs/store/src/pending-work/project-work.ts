import { eq, sql, type SQL } from 'drizzle-orm';
import type { ReportCause } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import type { EventOf } from '../events/domain-events.ts';
import type { ProjectRecord } from '../projects/lock-project.ts';
import { openReport } from '../reports/open-report.ts';
import { ensureAgent, reportTask } from '../reports/report-requests.repository.ts';
import { sourcesOf } from '../reports/unread-sources.ts';
import { projects } from '../schema/index.ts';
import type { ClaimedWork, EntityWork } from './entity-work.port.ts';

const NO_WORK: ClaimedWork = { created: [], more: false };

/**
 * The work of projects: reports that decisions or changes of the plan ask for, and those that are
 * due by the refresh rule of the project.
 * @param agents names of all agents
 */
export function projectWork(agents: readonly string[]): EntityWork {
  return {
    kind: 'project',
    table: sql`projects`,
    hasWork: sql`${WANTED} UNION ${dueFor(agents)}`,
    claim: async (tx, id) => {
      const [project] = await tx.select().from(projects).where(eq(projects.id, id)).for('update');
      return project ? claimReports(tx, project, agents) : NO_WORK;
    },
  };
}

/** Projects with decisions that no report includes. An open report looks for them when it ends. */
const WANTED: SQL = sql`
  SELECT project_id AS id FROM project_agents
  WHERE wanted > covered AND NOT EXISTS (
    SELECT FROM tasks
    WHERE tasks.type = 'agent_report' AND tasks.entity_id = project_agents.project_id
      AND tasks.settings->>'agent' = project_agents.agent AND tasks.ended_at IS NULL
  )`;

/** Projects whose refresh rule makes a report due. */
function dueFor(agents: readonly string[]): SQL {
  return sql`
    SELECT projects.id FROM projects
    CROSS JOIN unnest(${sql.param(agents)}::text[]) AS agent
    LEFT JOIN project_agents AS done ON done.project_id = projects.id AND done.agent = agent.agent
    WHERE ${isDue(sql`projects.id`, sql`agent.agent`)}`;
}

/**
 * Whether the refresh rule of a project makes the report of an agent due. With `onChange`, there is
 * text that it has not read, the latest change is a minute old, and no ended run was begun since, so
 * that one that has failed is not repeated until something changes. Expects `done` to be the row of
 * the agent, if there is one.
 */
function isDue(projectId: SQL, agent: SQL): SQL {
  return sql`(
    (projects.refresh = 'daily' AND coalesce(done.ended_at, projects.created_at) < now() - interval '1 day')
    OR (projects.refresh = 'weekly' AND coalesce(done.ended_at, projects.created_at) < now() - interval '7 days')
    OR (projects.refresh = 'onChange' AND EXISTS (
      SELECT FROM (
        SELECT max(changed_at) AS changed_at FROM (
          SELECT updated_at AS changed_at FROM conversations WHERE project_id = ${projectId}
          UNION ALL ${documentChanges(projectId)}
        ) AS change
      ) AS latest
      WHERE latest.changed_at < now() - interval '1 minute'
        AND latest.changed_at > coalesce((${lastBegun(projectId, agent)}), '-infinity')
    ) AND EXISTS (
      SELECT FROM (${sourcesOf(projectId)}) AS source
      LEFT JOIN read_sources AS read ON read.project_id = ${projectId} AND read.agent = ${agent}
        AND read.source_id = source.id AND read.revision = source.revision
      WHERE read.source_id IS NULL
    ))
  )`;
}

/** A document has changed when its text was read, which may be long after its upload. */
function documentChanges(projectId: SQL): SQL {
  return sql`
    SELECT coalesce(reading.ended_at, documents.created_at) AS changed_at
    FROM documents LEFT JOIN tasks AS reading ON reading.id = documents.task_id
    WHERE documents.project_id = ${projectId}`;
}

/** When the latest run that has ended was begun: it may have missed what has changed since. */
function lastBegun(projectId: SQL, agent: SQL): SQL {
  return sql`
    SELECT coalesce(run.started_at, run.created_at) FROM tasks AS run
    WHERE run.type = 'agent_report' AND run.entity_id = ${projectId}
      AND run.settings->>'agent' = ${agent} AND run.ended_at IS NOT NULL
    ORDER BY run.id DESC LIMIT 1`;
}

async function claimReports(
  tx: Transaction,
  project: ProjectRecord,
  agents: readonly string[],
): Promise<ClaimedWork> {
  const created: EventOf<'task_created'>[] = [];
  for (const agent of agents) {
    const cause = await causeOf(tx, project, agent);
    if (cause === null || (await openReport(tx, project.id, agent)) !== null) continue;
    await ensureAgent(tx, project.id, agent);
    // Somebody waits for what follows from a decision.
    const priority = cause === 'decision' ? 'interactive' : 'batch';
    created.push(reportTask(project, { settings: { agent, cause }, priority }));
  }
  return { created, more: false };
}

/** What asks for a report; `null` when nothing does. */
async function causeOf(
  tx: Transaction,
  project: ProjectRecord,
  agent: string,
): Promise<ReportCause | null> {
  const { rows } = await tx.execute<{ wanted: boolean | null; due: boolean }>(sql`
    SELECT done.wanted > done.covered AS wanted, ${isDue(sql`projects.id`, sql`${agent}`)} AS due
    FROM projects
    LEFT JOIN project_agents AS done ON done.project_id = projects.id AND done.agent = ${agent}
    WHERE projects.id = ${project.id}`);
  const [row] = rows;
  if (row?.wanted) return 'decision';
  if (!row?.due) return null;
  return project.refresh === 'onChange' ? 'material' : 'schedule';
}
