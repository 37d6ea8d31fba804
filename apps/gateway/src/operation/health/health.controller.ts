import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Health } from '#contracts/api';
import { LiveRoute, ReadyRoute } from './health.openapi.ts';
import { HealthService } from './health.service.ts';

@ApiTags('operation')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @LiveRoute()
  live(): Health {
    return { status: 'ok', checks: {} };
  }

  @Get('ready')
  @ReadyRoute()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.health.check();
    if (health.status !== 'ok') void reply.status(503);
    return health;
  }
}
