import { Injectable } from '@nestjs/common';
import type {
  ChangeProject,
  CreateProject,
  Project,
  ProjectPage,
  ProjectQuery,
} from '#contracts/api';
import type { ProjectPlan } from '#contracts/model';
import { ProjectsRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { EnginesService } from '../tasks/engines/engines.service.ts';
import { toPlan, toProject } from './project-view.ts';

/** Projects and their plans as the API shows them, and the operations on them. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly dispatcher: Dispatcher,
    private readonly engines: EnginesService,
  ) {}

  /**
   * Creates a project, or returns the one that was created with the same key.
   * @throws AppError `idempotency_key_reused`
   */
  async create(project: CreateProject, key: string | null): Promise<Project> {
    const request = idempotentRequest(`POST /projects ${project.ownerId}`, key, project);
    return toProject(await this.projects.create(project, request));
  }

  async list(query: ProjectQuery): Promise<ProjectPage> {
    const page = await this.projects.list(query);
    return { items: page.items.map(toProject), nextCursor: page.nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<Project> {
    return toProject(await this.projects.find(id));
  }

  /** @throws AppError `not_found`, `summary_prompt_needs_model` */
  async change(id: string, change: ChangeProject): Promise<Project> {
    this.engines.checkSummaryStyle(change.summaryStyle);
    const changed = await this.projects.change(id, change);
    this.dispatcher.request();
    return toProject(changed);
  }

  /** @throws AppError `not_found` */
  async plan(id: string): Promise<ProjectPlan> {
    return toPlan((await this.projects.find(id)).plan);
  }

  /**
   * Replaces the plan.
   * @param isSeen whether the caller knows the plan that it replaces
   * @throws AppError `not_found`, `plan_changed`
   */
  async setPlan(
    id: string,
    plan: ProjectPlan,
    isSeen: (plan: ProjectPlan) => boolean,
  ): Promise<ProjectPlan> {
    await this.projects.setPlan(id, plan, (stored) => isSeen(toPlan(stored)));
    this.dispatcher.request();
    return toPlan(plan);
  }
}
