import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idSchema,
  modelUsageQuerySchema,
  type ModelUsage,
  type ModelUsageQuery,
  type TaskUsage,
} from '#contracts/api';
import { ModelUsageRoute, TaskUsageRoute } from './model-usage.openapi.ts';
import { ModelUsageService } from './model-usage.service.ts';

@ApiTags('operation')
@Controller()
export class ModelUsageController {
  constructor(private readonly usage: ModelUsageService) {}

  @Get('model-usage')
  @ModelUsageRoute()
  ofDays(@Query({ schema: modelUsageQuerySchema }) { days }: ModelUsageQuery): Promise<ModelUsage> {
    return this.usage.ofDays(days);
  }

  @Get('tasks/:id/usage')
  @TaskUsageRoute()
  ofTask(@Param('id', { schema: idSchema('task') }) id: string): Promise<TaskUsage> {
    return this.usage.ofTask(id);
  }
}
