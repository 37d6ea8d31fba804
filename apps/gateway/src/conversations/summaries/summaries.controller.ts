import { Body, Controller, Delete, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  editSummarySchema,
  idSchema,
  type EditSummary,
  type Summary,
  type SummaryEditList,
} from '#contracts/api';
import {
  EditSummaryRoute,
  NewestSummaryRoute,
  SummaryEditsRoute,
  SummaryRoute,
  TakeNewestSummaryRoute,
} from './summaries.openapi.ts';
import { SummariesService } from './summaries.service.ts';

const conversationId = { schema: idSchema('conversation') };

@ApiTags('summaries')
@Controller('conversations/:id/summary')
export class SummariesController {
  constructor(private readonly summaries: SummariesService) {}

  @Get()
  @SummaryRoute()
  find(@Param('id', conversationId) id: string): Promise<Summary> {
    return this.summaries.shown(id);
  }

  @Patch()
  @EditSummaryRoute()
  edit(
    @Param('id', conversationId) id: string,
    @Body({ schema: editSummarySchema }) body: EditSummary,
  ): Promise<Summary> {
    return this.summaries.edit(id, body);
  }

  @Get('newest')
  @NewestSummaryRoute()
  newest(@Param('id', conversationId) id: string): Promise<Summary> {
    return this.summaries.newest(id);
  }

  @Get('edits')
  @SummaryEditsRoute()
  edits(@Param('id', conversationId) id: string): Promise<SummaryEditList> {
    return this.summaries.edits(id);
  }

  @Delete('edit')
  @TakeNewestSummaryRoute()
  takeNewest(@Param('id', conversationId) id: string): Promise<Summary> {
    return this.summaries.takeNewest(id);
  }
}
