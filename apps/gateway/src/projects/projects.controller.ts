import { Body, Controller, Get, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  changeProjectSchema,
  createProjectSchema,
  idSchema,
  projectQuerySchema,
  setProjectPlanSchema,
  type ChangeProject,
  type CreateProject,
  type Project,
  type ProjectPage,
  type ProjectPlanBody,
  type ProjectQuery,
} from '#contracts/api';
import type { ProjectPlan } from '#contracts/model';
import { entityTagOf, mayChange } from '../http/entity-tag.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { FindPlanRoute, SetPlanRoute } from './plans.openapi.ts';
import {
  ChangeProjectRoute,
  CreateProjectRoute,
  FindProjectRoute,
  ListProjectsRoute,
} from './projects.openapi.ts';
import { ProjectsService } from './projects.service.ts';

const projectId = { schema: idSchema('project') };

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Post()
  @CreateProjectRoute()
  async create(
    @Body({ schema: createProjectSchema }) body: CreateProject,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Project> {
    const created = await this.projects.create(body, idempotencyKeyOf(request));
    void reply.header('location', `/projects/${created.id}`);
    return created;
  }

  @Get()
  @ListProjectsRoute()
  list(@Query({ schema: projectQuerySchema }) query: ProjectQuery): Promise<ProjectPage> {
    return this.projects.list(query);
  }

  @Get(':id')
  @FindProjectRoute()
  find(@Param('id', projectId) id: string): Promise<Project> {
    return this.projects.find(id);
  }

  @Patch(':id')
  @ChangeProjectRoute()
  change(
    @Param('id', projectId) id: string,
    @Body({ schema: changeProjectSchema }) body: ChangeProject,
  ): Promise<Project> {
    return this.projects.change(id, body);
  }

  @Get(':id/plan')
  @FindPlanRoute()
  async plan(
    @Param('id', projectId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectPlan> {
    const plan = await this.projects.plan(id);
    void reply.header('etag', entityTagOf(plan));
    return plan;
  }

  @Put(':id/plan')
  @SetPlanRoute()
  async setPlan(
    @Param('id', projectId) id: string,
    @Body({ schema: setProjectPlanSchema }) body: ProjectPlanBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectPlan> {
    const isSeen = (plan: ProjectPlan) => mayChange(request, entityTagOf(plan));
    const stored = await this.projects.setPlan(id, body, isSeen);
    void reply.header('etag', entityTagOf(stored));
    return stored;
  }
}
