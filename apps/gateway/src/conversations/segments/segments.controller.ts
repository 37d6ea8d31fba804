import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  editSegmentSchema,
  idSchema,
  undoChangeSchema,
  type EditedSegment,
  type EditSegment,
  type SegmentCorrections,
  type UndoChange,
} from '#contracts/api';
import { CorrectionsRoute, EditSegmentRoute, UndoChangeRoute } from './segments.openapi.ts';
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

  @Get(':segmentId/corrections')
  @CorrectionsRoute()
  corrections(
    @Param('id', { schema: idSchema('conversation') }) conversationId: string,
    @Param('segmentId', { schema: idSchema('segment') }) segmentId: string,
  ): Promise<SegmentCorrections> {
    return this.segments.corrections({ conversationId, segmentId });
  }

  @Patch(':segmentId/corrections')
  @UndoChangeRoute()
  undo(
    @Param('id', { schema: idSchema('conversation') }) conversationId: string,
    @Param('segmentId', { schema: idSchema('segment') }) segmentId: string,
    @Body({ schema: undoChangeSchema }) body: UndoChange,
  ): Promise<EditedSegment> {
    return this.segments.undo({ conversationId, segmentId }, body);
  }
}
