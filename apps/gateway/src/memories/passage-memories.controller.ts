import { Body, Controller, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
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
  @RememberPassageRoute()
  async remember(
    @Param('id', { schema: idSchema('conversation') }) conversationId: string,
    @Param('segmentId', { schema: idSchema('segment') }) segmentId: string,
    @Body({ schema: rememberPassageSchema }) body: RememberPassage,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Memory> {
    const passage = { conversationId, segmentId };
    const key = idempotencyKeyOf(request);
    const { memory, written } = await this.memories.remember(passage, body, key);
    void reply.status(written ? HttpStatus.ACCEPTED : HttpStatus.OK);
    void reply.header('location', `/memories/${memory.id}`);
    return memory;
  }
}
