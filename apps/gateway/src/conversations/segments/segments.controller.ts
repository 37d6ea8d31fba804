import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { editSegmentSchema, idSchema, type EditedSegment, type EditSegment } from '#contracts/api';
import { EditSegmentRoute } from './segments.openapi.ts';
import { SegmentsService } from './segments.service.ts';

@ApiTags('transcripts')
@Controller('conversations/:id/segments')
export class SegmentsController {
  constructor(private readonly segments: SegmentsService) {}

  @Patch(':segmentId')
  @EditSegmentRoute()
  edit(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Param('segmentId', { schema: idSchema('segment') }) segmentId: string,
    @Body({ schema: editSegmentSchema }) body: EditSegment,
  ): Promise<EditedSegment> {
    return this.segments.edit(id, segmentId, body);
  }
}
