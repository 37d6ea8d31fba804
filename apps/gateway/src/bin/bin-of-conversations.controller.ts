import { Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deleteQuerySchema,
  idSchema,
  type Clip,
  type DeleteQuery,
  type Exchange,
} from '#contracts/api';
import {
  DeleteClipRoute,
  DeleteExchangeRoute,
  RestoreClipRoute,
  RestoreExchangeRoute,
} from './bin-of-conversations.openapi.ts';
import { BinService } from './bin.service.ts';

const conversationId = { schema: idSchema('conversation') };
const exchange = { schema: idSchema('exchange') };
const clip = { schema: idSchema('clip') };
const deleteQuery = { schema: deleteQuerySchema };

@ApiTags('bin')
@Controller('conversations/:id')
export class BinOfConversationsController {
  constructor(private readonly bin: BinService) {}

  @Delete('exchanges/:exchangeId')
  @HttpCode(204)
  @DeleteExchangeRoute()
  deleteExchange(
    @Param('id', conversationId) within: string,
    @Param('exchangeId', exchange) id: string,
    @Query(deleteQuery) { permanently }: DeleteQuery,
  ): Promise<void> {
    return this.bin.delete({ kind: 'exchange', id, within }, permanently);
  }

  @Post('exchanges/:exchangeId/restore')
  @HttpCode(200)
  @RestoreExchangeRoute()
  restoreExchange(
    @Param('id', conversationId) within: string,
    @Param('exchangeId', exchange) id: string,
  ): Promise<Exchange> {
    return this.bin.restoreExchange(within, id);
  }

  @Delete('clips/:clipId')
  @HttpCode(204)
  @DeleteClipRoute()
  deleteClip(
    @Param('id', conversationId) within: string,
    @Param('clipId', clip) id: string,
    @Query(deleteQuery) { permanently }: DeleteQuery,
  ): Promise<void> {
    return this.bin.delete({ kind: 'clip', id, within }, permanently);
  }

  @Post('clips/:clipId/restore')
  @HttpCode(200)
  @RestoreClipRoute()
  restoreClip(
    @Param('id', conversationId) within: string,
    @Param('clipId', clip) id: string,
  ): Promise<Clip> {
    return this.bin.restoreClip(within, id);
  }
}
