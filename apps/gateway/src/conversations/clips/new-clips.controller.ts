import { Controller, Headers, HttpCode, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AcceptedClip } from '#contracts/api';
import { wantsEventStream } from '../../http/event-stream/wants-event-stream.ts';
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
    @Headers('accept') accept: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedClip | StreamableFile> {
    try {
      const accepted = await this.clips.acceptInNew(request);
      void reply.header('location', `/tasks/${accepted.task.id}`);
      return wantsEventStream(accept) ? this.streams.follow(accepted).answer(reply) : accepted;
    } catch (error) {
      discardRestOf(request);
      throw error;
    }
  }
}
