import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  binQuerySchema,
  deleteConversationQuerySchema,
  deleteQuerySchema,
  idSchema,
  type BinPage,
  type BinQuery,
  type Conversation,
  type DeleteConversationQuery,
  type DeleteQuery,
  type Memory,
} from '#contracts/api';
import {
  DeleteConversationRoute,
  DeleteMemoryRoute,
  ListBinRoute,
  RestoreConversationRoute,
  RestoreMemoryRoute,
} from './bin.openapi.ts';
import { BinService } from './bin.service.ts';

const conversationId = { schema: idSchema('conversation') };
const memoryId = { schema: idSchema('memory') };
const deleteQuery = { schema: deleteQuerySchema };

@ApiTags('bin')
@Controller()
export class BinController {
  constructor(private readonly bin: BinService) {}

  @Delete('conversations/:id')
  @HttpCode(204)
  @DeleteConversationRoute()
  deleteConversation(
    @Param('id', conversationId) id: string,
    @Query({ schema: deleteConversationQuerySchema }) query: DeleteConversationQuery,
  ): Promise<void> {
    return this.bin.deleteConversation(id, query);
  }

  @Post('conversations/:id/restore')
  @HttpCode(200)
  @RestoreConversationRoute()
  restoreConversation(@Param('id', conversationId) id: string): Promise<Conversation> {
    return this.bin.restoreConversation(id);
  }

  @Delete('memories/:id')
  @HttpCode(204)
  @DeleteMemoryRoute()
  deleteMemory(
    @Param('id', memoryId) id: string,
    @Query(deleteQuery) { permanently }: DeleteQuery,
  ): Promise<void> {
    return this.bin.delete({ kind: 'memory', id }, permanently);
  }

  @Post('memories/:id/restore')
  @HttpCode(200)
  @RestoreMemoryRoute()
  restoreMemory(@Param('id', memoryId) id: string): Promise<Memory> {
    return this.bin.restoreMemory(id);
  }

  @Get('bin')
  @ListBinRoute()
  list(@Query({ schema: binQuerySchema }) query: BinQuery): Promise<BinPage> {
    return this.bin.list(query);
  }
}
