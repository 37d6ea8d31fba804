import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  changeConversationSchema,
  conversationQuerySchema,
  createConversationSchema,
  idSchema,
  type CancelledTasks,
  type ChangeConversation,
  type Conversation,
  type ConversationDetail,
  type ConversationPage,
  type ConversationQuery,
  type CreateConversation,
} from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  ChangeConversationRoute,
  CreateConversationRoute,
  FindConversationRoute,
  ListConversationsRoute,
  StopConversationRoute,
} from './conversations.openapi.ts';
import { ConversationStopService } from './conversation-stop.service.ts';
import { ConversationsService } from './conversations.service.ts';

@ApiTags('conversations')
@Controller('conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly stopping: ConversationStopService,
  ) {}

  @Post()
  @CreateConversationRoute()
  async create(
    @Body({ schema: createConversationSchema }) body: CreateConversation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Conversation> {
    const created = await this.conversations.create(body, idempotencyKeyOf(request));
    void reply.header('location', `/conversations/${created.id}`);
    return created;
  }

  @Get()
  @ListConversationsRoute()
  list(
    @Query({ schema: conversationQuerySchema }) query: ConversationQuery,
  ): Promise<ConversationPage> {
    return this.conversations.list(query);
  }

  @Get(':id')
  @FindConversationRoute()
  find(@Param('id', { schema: idSchema('conversation') }) id: string): Promise<ConversationDetail> {
    return this.conversations.find(id);
  }

  @Patch(':id')
  @ChangeConversationRoute()
  change(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Body({ schema: changeConversationSchema }) body: ChangeConversation,
  ): Promise<Conversation> {
    return this.conversations.change(id, body);
  }
  @Post(':id/cancel')
  @HttpCode(202)
  @StopConversationRoute()
  stop(@Param('id', { schema: idSchema('conversation') }) id: string): Promise<CancelledTasks> {
    return this.stopping.stop(id);
  }
}
