import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  idSchema,
  previewReplacementSchema,
  replacementPassageQuerySchema,
  type PreviewReplacement,
  type Replacement,
  type ReplacementPassagePage,
  type ReplacementPassageQuery,
} from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  ApplyReplacementRoute,
  FindReplacementRoute,
  PreviewReplacementRoute,
  ReplacementPassagesRoute,
  UndoPassageRoute,
  UndoReplacementRoute,
} from './replacements.openapi.ts';
import { ReplacementsService } from './replacements.service.ts';

const replacementId = { schema: idSchema('replacement') };

@ApiTags('glossaries')
@Controller('replacements')
export class ReplacementsController {
  constructor(private readonly replacements: ReplacementsService) {}

  @Post()
  @PreviewReplacementRoute()
  async preview(
    @Body({ schema: previewReplacementSchema }) body: PreviewReplacement,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Replacement> {
    const preview = await this.replacements.preview(body, idempotencyKeyOf(request));
    void reply.header('location', `/replacements/${preview.id}`);
    return preview;
  }

  @Get(':id')
  @FindReplacementRoute()
  find(@Param('id', replacementId) id: string): Promise<Replacement> {
    return this.replacements.find(id);
  }

  @Get(':id/passages')
  @ReplacementPassagesRoute()
  passages(
    @Param('id', replacementId) id: string,
    @Query({ schema: replacementPassageQuerySchema }) query: ReplacementPassageQuery,
  ): Promise<ReplacementPassagePage> {
    return this.replacements.passages(id, query);
  }

  @Post(':id/apply')
  @HttpCode(202)
  @ApplyReplacementRoute()
  apply(@Param('id', replacementId) id: string): Promise<Replacement> {
    return this.replacements.apply(id);
  }

  @Post(':id/undo')
  @HttpCode(202)
  @UndoReplacementRoute()
  undo(@Param('id', replacementId) id: string): Promise<Replacement> {
    return this.replacements.undo(id);
  }

  @Post(':id/passages/:segmentId/undo')
  @HttpCode(200)
  @UndoPassageRoute()
  undoOne(
    @Param('id', replacementId) id: string,
    @Param('segmentId', { schema: idSchema('segment') }) segmentId: string,
  ): Promise<Replacement> {
    return this.replacements.undoOne(id, segmentId);
  }
}
