import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idSchema, type AcceptedClip } from '#contracts/api';
import { discardRestOf } from '../../http/uploads/discard-rest.ts';
import { AudioResponder } from './audio.responder.ts';
import { ClipStreams } from './clip-streams.ts';
import { AcceptClipRoute, ClipAudioRoute } from './clips.openapi.ts';
import { ClipsService } from './clips.service.ts';

@ApiTags('clips')
@Controller('conversations/:id/clips')
export class ClipsController {
  constructor(
    private readonly clips: ClipsService,
    private readonly streams: ClipStreams,
    private readonly audio: AudioResponder,
  ) {}

  @Post()
  @HttpCode(202)
  @AcceptClipRoute()
  async accept(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedClip | StreamableFile> {
    try {
      return await this.streams.answer(() => this.clips.accept(id, request), request, reply);
    } catch (error) {
      discardRestOf(request);
      throw error;
    }
  }

  @Get(':clipId/audio')
  @ClipAudioRoute()
  async read(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Param('clipId', { schema: idSchema('clip') }) clipId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.audio.answer(await this.clips.find(id, clipId), request, reply);
  }
}
