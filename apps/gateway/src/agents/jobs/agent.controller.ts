import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
  type Type,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AgentDefinition } from '#agents';
import type { Config } from '#platform';
import {
  idSchema,
  type AgentHistory,
  type AgentJobStatus,
  type StartedAgentJob,
} from '#contracts/api';
import { refuseCrossSite } from '../../http/doors/doors.ts';
import { isKnownTo } from '../../http/entity-tag.ts';
import {
  AgentHistoryRoute,
  AgentStatusRoute,
  QuickStatusRoute,
  StartAgentByGetRoute,
  StartAgentRoute,
} from './agent.openapi.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { AgentJobsService } from './agent-jobs.service.ts';
import { sendQuickAnswer } from './send-quick-answer.ts';

const project = { schema: idSchema('project') };

/** Creates the controller of an agent: its routes `/{agent}_agent/…` and their documentation. */
export function agentController(agent: Pick<AgentDefinition, 'name' | 'label'>): Type<object> {
  const { name } = agent;

  @ApiTags('agents')
  @Controller(`${name}_agent`)
  class AgentController {
    constructor(
      private readonly jobs: AgentJobsService,
      @Inject(CONFIG) private readonly config: Config,
    ) {}

    @Get('status/:projectId')
    @HttpCode(202)
    @StartAgentByGetRoute(agent)
    startByGet(
      @Param('projectId', project) projectId: string,
      @Req() request: FastifyRequest,
    ): Promise<StartedAgentJob> {
      refuseCrossSite(request, this.config.doors);
      return this.jobs.start({ agent: name, projectId });
    }

    @Post('status/:projectId')
    @HttpCode(202)
    @StartAgentRoute(agent)
    start(@Param('projectId', project) projectId: string): Promise<StartedAgentJob> {
      return this.jobs.start({ agent: name, projectId });
    }

    @Get('processing_status/:projectId')
    @AgentStatusRoute(agent)
    status(@Param('projectId', project) projectId: string): Promise<AgentJobStatus> {
      return this.jobs.status({ agent: name, projectId });
    }

    @Get('quick_status/:projectId')
    @QuickStatusRoute(agent)
    async quickStatus(
      @Param('projectId', project) projectId: string,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      const isKnown = (tag: string) => isKnownTo(request, tag);
      sendQuickAnswer(await this.jobs.quickStatus({ agent: name, projectId }, isKnown), reply);
    }

    @Get('history/:projectId')
    @AgentHistoryRoute(agent)
    history(@Param('projectId', project) projectId: string): Promise<AgentHistory> {
      return this.jobs.history({ agent: name, projectId });
    }
  }

  // The ids of the operations in the OpenAPI document begin with the name of the controller.
  Object.defineProperty(AgentController, 'name', { value: `${name}_agentController` });
  return AgentController;
}
