import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AGENTS } from '#agents';
import type { AgentPage } from '#contracts/api';
import { toAgent } from './agent-view.ts';
import { ListAgentsRoute } from './agents.openapi.ts';

@ApiTags('agents')
@Controller('agents')
export class AgentsController {
  @Get()
  @ListAgentsRoute()
  list(): AgentPage {
    return { items: AGENTS.map(toAgent), nextCursor: null };
  }
}
