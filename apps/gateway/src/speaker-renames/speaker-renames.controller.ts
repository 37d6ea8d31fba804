import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  idSchema,
  previewSpeakerRenameSchema,
  renamedConversationQuerySchema,
  type PreviewSpeakerRename,
  type RenamedConversationPage,
  type RenamedConversationQuery,
  type SpeakerRename,
} from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  ApplySpeakerRenameRoute,
  FindSpeakerRenameRoute,
  PreviewSpeakerRenameRoute,
  RenamedConversationsRoute,
  UndoSpeakerRenameRoute,
} from './speaker-renames.openapi.ts';
import { SpeakerRenamesService } from './speaker-renames.service.ts';

const renameId = { schema: idSchema('speakerRename') };

@ApiTags('transcripts')
@Controller('speaker-renames')
export class SpeakerRenamesController {
  constructor(private readonly renames: SpeakerRenamesService) {}

  @Post()
  @PreviewSpeakerRenameRoute()
  async preview(
    @Body({ schema: previewSpeakerRenameSchema }) body: PreviewSpeakerRename,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SpeakerRename> {
    const preview = await this.renames.preview(body, idempotencyKeyOf(request));
    void reply.header('location', `/speaker-renames/${preview.id}`);
    return preview;
  }

  @Get(':id')
  @FindSpeakerRenameRoute()
  find(@Param('id', renameId) id: string): Promise<SpeakerRename> {
    return this.renames.find(id);
  }

  @Get(':id/conversations')
  @RenamedConversationsRoute()
  conversations(
    @Param('id', renameId) id: string,
    @Query({ schema: renamedConversationQuerySchema }) query: RenamedConversationQuery,
  ): Promise<RenamedConversationPage> {
    return this.renames.conversations(id, query);
  }

  @Post(':id/apply')
  @HttpCode(202)
  @ApplySpeakerRenameRoute()
  apply(@Param('id', renameId) id: string): Promise<SpeakerRename> {
    return this.renames.apply(id);
  }

  @Post(':id/undo')
  @HttpCode(202)
  @UndoSpeakerRenameRoute()
  undo(@Param('id', renameId) id: string): Promise<SpeakerRename> {
    return this.renames.undo(id);
  }
}
