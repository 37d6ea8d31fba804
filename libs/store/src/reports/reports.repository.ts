import { and, desc, eq, getTableColumns, lt, sql, type SQL } from 'drizzle-orm';
import { AppError } from '#platform';
import type { Database } from '../database/database.ts';
import { toPage, type Page } from '../database/page.ts';
import { projectAgents, reports, tasks } from '../schema/index.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { isReport } from './open-report.ts';
import type { ReportHeadRecord, ReportRecord } from './report.records.ts';
import { sourcesOf } from './unread-sources.ts';

export type { ReportHeadRecord, ReportRecord } from './report.records.ts';

const { content: _content, ...HEAD } = getTableColumns(reports);

export interface ReportListQuery {
  readonly agent?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A report, and whether nothing has changed since. */
export interface CurrentReport extends ReportRecord {
  readonly current: boolean;
}

/** The same without its content. */
export type CurrentReportHead = Omit<CurrentReport, 'content'>;

/** Reports and their tasks as the API shows them. */
export class ReportsRepository {
  constructor(private readonly db: Database) {}

  /** The latest report of an agent about a project; `null` before the first. */
  async latest(projectId: string, agent: string): Promise<CurrentReport | null> {
    const [row] = await this.db
      .select({ ...getTableColumns(reports), current: isCurrent(projectId, agent) })
      .from(projectAgents)
      .innerJoin(reports, eq(reports.id, projectAgents.reportId))
      .where(and(eq(projectAgents.projectId, projectId), eq(projectAgents.agent, agent)));
    return row ?? null;
  }

  /** The same without its content, which is read by {@link contentJson}. */
  async latestHead(projectId: string, agent: string): Promise<CurrentReportHead | null> {
    const [row] = await this.db
      .select({ ...HEAD, current: isCurrent(projectId, agent) })
      .from(projectAgents)
      .innerJoin(reports, eq(reports.id, projectAgents.reportId))
      .where(and(eq(projectAgents.projectId, projectId), eq(projectAgents.agent, agent)));
    return row ?? null;
  }

  /** The content of a report as JSON, which takes less time than to parse it; `null` when it is gone. */
  async contentJson(id: string): Promise<string | null> {
    const [row] = await this.db
      .select({ json: sql<string>`${reports.content}::text` })
      .from(reports)
      .where(eq(reports.id, id));
    return row?.json ?? null;
  }

  /** @throws AppError `not_found` */
  async find(projectId: string, id: string): Promise<CurrentReport> {
    const [row] = await this.db
      .select()
      .from(reports)
      .where(and(eq(reports.projectId, projectId), eq(reports.id, id)));
    if (!row) throw new AppError('not_found', `There is no report ${id} of this project.`);
    const latest = await this.latest(projectId, row.agent);
    return { ...row, current: latest?.id === id && latest.current };
  }

  /** A page of the reports about a project, newest first. */
  async list(projectId: string, query: ReportListQuery): Promise<Page<ReportHeadRecord>> {
    const { agent, cursor, limit } = query;
    const rows = await this.db
      .select(HEAD)
      .from(reports)
      .where(
        and(
          eq(reports.projectId, projectId),
          agent === undefined ? undefined : eq(reports.agent, agent),
          cursor === undefined ? undefined : lt(reports.id, cursor),
        ),
      )
      .orderBy(desc(reports.id))
      .limit(limit + 1);
    return toPage(rows, limit);
  }

  /** The tasks in which an agent has reported about a project, newest first. */
  async tasksOf(projectId: string, agent: string, limit: number): Promise<readonly TaskRecord[]> {
    return this.db
      .select()
      .from(tasks)
      .where(isReport(projectId, agent))
      .orderBy(desc(tasks.id))
      .limit(limit);
  }
}

/** Whether every source was read in its current text, and every decision is included. */
function isCurrent(projectId: string, agent: string): SQL<boolean> {
  return sql<boolean>`${projectAgents.wanted} = ${projectAgents.covered} AND ${reports.complete}
    AND NOT EXISTS (
      SELECT FROM (${sourcesOf(projectId)}) AS source
      LEFT JOIN read_sources AS read ON read.project_id = ${projectId} AND read.agent = ${agent}
        AND read.source_id = source.id AND read.revision = source.revision
      WHERE read.source_id IS NULL
    )`;
}
