import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idSchema, type Summary } from '#contracts/api';
import { SummaryRoute } from './summaries.openapi.ts';
import { SummariesService } from './summaries.service.ts';

@ApiTags('summaries')
@Controller('conversations/:id/summary')
export class SummariesController {
  constructor(private readonly summaries: SummariesService) {}

  @Get()
  @SummaryRoute()
  find(@Param('id', { schema: idSchema('conversation') }) id: string): Promise<Summary> {
    return this.summaries.latest(id);
  }
}
