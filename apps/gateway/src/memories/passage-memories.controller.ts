import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idSchema, rememberPassageSchema, type Memory, type RememberPassage } from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { RememberPassageRoute } from './memories.openapi.ts';
import { MemoriesService } from './memories.service.ts';

/** What people remember of the passages of a conversation. */
@ApiTags('memories')
@Controller('conversations/:id/segments/:segmentId/memories')
export class PassageMemoriesController {
  constructor(private readonly memories: MemoriesService) {}

  @Post()
  @HttpCode(202)
  @RememberPassageRoute()
  async remember(
    @Param('id', { schema: idSchema('conversation') }) conversationId: string,
    @Param('segmentId', { schema: idSchema('segment') }) segmentId: string,
    @Body({ schema: rememberPassageSchema }) body: RememberPassage,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Memory> {
    const passage = { conversationId, segmentId };
    const written = await this.memories.remember(passage, body, idempotencyKeyOf(request));
    void reply.header('location', `/memories/${written.id}`);
    return written;
  }
}
