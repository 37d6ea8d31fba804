import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  idSchema,
  setRetentionRuleSchema,
  tryRetentionSchema,
  type RetentionDue,
  type RetentionRule,
  type RetentionRules,
  type SetRetentionRule,
  type Task,
  type TryRetention,
} from '#contracts/api';
import {
  ListRetentionRulesRoute,
  RemoveRetentionRuleRoute,
  RunRetentionRoute,
  SetRetentionRuleRoute,
  TryRetentionRoute,
} from './retention.openapi.ts';
import { RetentionService } from './retention.service.ts';

@ApiTags('retention')
@Controller('retention-rules')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get()
  @ListRetentionRulesRoute()
  list(): Promise<RetentionRules> {
    return this.retention.list();
  }

  @Post()
  @HttpCode(200)
  @SetRetentionRuleRoute()
  set(@Body({ schema: setRetentionRuleSchema }) body: SetRetentionRule): Promise<RetentionRule> {
    return this.retention.set(body);
  }

  @Post('dry-run')
  @HttpCode(200)
  @TryRetentionRoute()
  dryRun(@Body({ schema: tryRetentionSchema }) body: TryRetention): Promise<RetentionDue> {
    return this.retention.dryRun(body);
  }

  @Post('run')
  @HttpCode(202)
  @RunRetentionRoute()
  async run(@Res({ passthrough: true }) reply: FastifyReply): Promise<Task> {
    const task = await this.retention.run();
    void reply.header('location', `/tasks/${task.id}`);
    return task;
  }

  @Delete(':id')
  @HttpCode(204)
  @RemoveRetentionRuleRoute()
  remove(@Param('id', { schema: idSchema('retentionRule') }) id: string): Promise<void> {
    return this.retention.remove(id);
  }
}
