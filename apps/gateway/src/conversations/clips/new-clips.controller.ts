import { Controller, HttpCode, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AcceptedClip } from '#contracts/api';
import { discardRestOf } from '../../http/uploads/discard-rest.ts';
import { ClipStreams } from './clip-streams.ts';
import { AcceptNewClipRoute } from './clips.openapi.ts';
import { ClipsService } from './clips.service.ts';

/** Uploads that begin a conversation. */
@ApiTags('clips')
@Controller('clips')
export class NewClipsController {
  constructor(
    private readonly clips: ClipsService,
    private readonly streams: ClipStreams,
  ) {}

  @Post()
  @HttpCode(202)
  @AcceptNewClipRoute()
  async accept(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedClip | StreamableFile> {
    try {
      return await this.streams.answer(() => this.clips.acceptInNew(request), request, reply);
    } catch (error) {
      discardRestOf(request);
      throw error;
    }
  }
}
