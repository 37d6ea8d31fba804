import { Inject, Injectable } from '@nestjs/common';
import { compareReports } from '#agents';
import type {
  ReportChangesView,
  ReportPage,
  ReportQuery,
  ReportView,
  RequestReport,
  Task,
} from '#contracts/api';
import { AppError, type Config } from '#platform';
import { ProjectsRepository, ReportRequestsRepository, ReportsRepository } from '#store';
import { requireAgent } from '../../agents/require-agent.ts';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { InvalidRequestError } from '../../http/field-errors.ts';
import { idempotentRequest } from '../../http/idempotency-key.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { EnginesService } from '../../tasks/engines/engines.service.ts';
import { toTask } from '../../tasks/task-view.ts';
import { toReport, toReportHead } from './report-view.ts';

/** Reports as the API shows them, and requests for them. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly reports: ReportsRepository,
    private readonly requests: ReportRequestsRepository,
    private readonly engines: EnginesService,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Creates the task that makes a report, or returns the open one.
   * @throws AppError `agent_unknown`, `engine_unknown`, `not_found`, `idempotency_key_reused`,
   * `task_settings_differ`, `owner_limit_reached`
   */
  async request(projectId: string, wanted: RequestReport, key: string | null): Promise<Task> {
    const { agent, settings = {}, priority } = wanted;
    requireAgent(agent);
    this.engines.check('agent_report', settings);
    const request = idempotentRequest(`POST /projects/${projectId}/reports`, key, wanted);
    const { engine } = settings;
    const { task } = await this.requests.request(projectId, { agent, engine, priority }, request);
    this.dispatcher.request();
    return toTask(task, this.config.temporal);
  }

  /** @throws AppError `not_found` */
  async list(projectId: string, query: ReportQuery): Promise<ReportPage> {
    await this.projects.mustExist(projectId);
    const page = await this.reports.list(projectId, query);
    return { items: page.items.map(toReportHead), nextCursor: page.nextCursor };
  }

  /** @throws AppError `not_found`, `agent_unknown`, `report_missing` */
  async latest(projectId: string, agent: string): Promise<ReportView> {
    requireAgent(agent);
    await this.projects.mustExist(projectId);
    const latest = await this.reports.latest(projectId, agent);
    if (latest !== null) return toReport(latest);
    const message = `The agent ${agent} has not reported about the project ${projectId} yet.`;
    throw new AppError('report_missing', message);
  }

  /** @throws AppError `not_found` */
  async find(projectId: string, id: string): Promise<ReportView> {
    return toReport(await this.reports.find(projectId, id));
  }

  /**
   * What differs from an earlier report.
   * @throws AppError `not_found`
   * @throws InvalidRequestError when another agent has made it
   */
  async changes(projectId: string, id: string, since: string): Promise<ReportChangesView> {
    const [before, after] = await Promise.all([
      this.reports.find(projectId, since),
      this.reports.find(projectId, id),
    ]);
    if (before.agent !== after.agent) {
      throw new InvalidRequestError([{ path: 'since', message: 'is a report of another agent' }]);
    }
    return { since, ...compareReports(before.content, after.content) };
  }
}
