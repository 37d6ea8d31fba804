import { Injectable } from '@nestjs/common';
import type {
  AgentHistory,
  AgentJobStatus,
  AgentQuickStatus,
  StartedAgentJob,
} from '#contracts/api';
import {
  ProjectsRepository,
  ReportRequestsRepository,
  ReportsRepository,
  type CurrentReportHead,
  type TaskRecord,
} from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { entityTagOf } from '../../http/entity-tag.ts';
import { ReportTexts, withJson } from '../../projects/reports/report-texts.ts';
import { toReport, toReportHead } from '../../projects/reports/report-view.ts';
import { jobStatus, toJob, toStartedJob, type AgentSubject } from './agent-job-view.ts';

/** JSON of an `AgentQuickStatus`; `null` when the client has it already. */
export interface QuickAnswer {
  /** Entity tag (RFC 9110, section 8.8.3). */
  readonly tag: string;
  readonly json: Buffer | null;
}

/** `null` as JSON. */
const NULL = [Buffer.from('null')];

/** Maximum number of refreshes in a history. */
const HISTORY_LENGTH = 50;

/**
 * The refreshes of agents in the form of the earlier routes. Everything is read in the database, so
 * no answer waits for a worker or for Temporal.
 */
@Injectable()
export class AgentJobsService {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly reports: ReportsRepository,
    private readonly texts: ReportTexts,
    private readonly requests: ReportRequestsRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * Starts a refresh, or joins the one that is under way.
   * @throws AppError `not_found`, `owner_limit_reached`
   */
  async start(subject: AgentSubject): Promise<StartedAgentJob> {
    const { agent, projectId } = subject;
    const requested = await this.requests.request(projectId, { agent }, null);
    this.dispatcher.request();
    return toStartedJob(subject, requested);
  }

  /** The latest refresh, with its report when it is completed. @throws AppError `not_found` */
  async status(subject: AgentSubject): Promise<AgentJobStatus> {
    const { agent, projectId } = subject;
    const task = await this.latestTask(subject);
    if (task === null) return { status: 'not_found', agent, project_id: projectId };
    const job = toJob(subject, task);
    const report = job.status === 'completed' ? await this.reports.latest(projectId, agent) : null;
    return { ...job, result: report && toReport(report) };
  }

  /**
   * The stored report, whether or not a refresh is under way. Nothing else is read when the client
   * has it already.
   * @param isKnown tells from an entity tag whether the client has that answer
   * @throws AppError `not_found`
   */
  async quickStatus(
    subject: AgentSubject,
    isKnown: (tag: string) => boolean,
  ): Promise<QuickAnswer> {
    const { agent, projectId } = subject;
    const [task, report] = await Promise.all([
      this.latestTask(subject),
      this.reports.latestHead(projectId, agent),
    ]);
    const status: Omit<AgentQuickStatus, 'result'> = {
      status: task === null ? 'not_found' : jobStatus(task),
      ...{ agent, project_id: projectId },
      updated_at: report?.createdAt.toISOString() ?? null,
    };
    // The content of a report never changes, so what surrounds it tells all that can differ.
    const tag = entityTagOf([status, report]);
    if (isKnown(tag)) return { tag, json: null };
    const result = report === null ? NULL : await this.reportJson(report);
    return { tag, json: Buffer.concat(withJson(status, 'result', result)) };
  }

  /** The latest refreshes, newest first. @throws AppError `not_found` */
  async history(subject: AgentSubject): Promise<AgentHistory> {
    const { agent, projectId } = subject;
    const tasks = await this.tasksOf(subject, HISTORY_LENGTH);
    return { agent, project_id: projectId, jobs: tasks.map((task) => toJob(subject, task)) };
  }

  private async reportJson(report: CurrentReportHead): Promise<readonly Buffer[]> {
    const head = { ...toReportHead(report), current: report.current };
    return withJson(head, 'content', [await this.texts.contentOf(report.id)]);
  }

  private async latestTask(subject: AgentSubject): Promise<TaskRecord | null> {
    const [task] = await this.tasksOf(subject, 1);
    return task ?? null;
  }

  private async tasksOf({ agent, projectId }: AgentSubject, limit: number) {
    const [tasks] = await Promise.all([
      this.reports.tasksOf(projectId, agent, limit),
      this.projects.mustExist(projectId),
    ]);
    return tasks;
  }
}
