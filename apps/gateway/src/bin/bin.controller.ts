import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  binQuerySchema,
  deleteQuerySchema,
  idSchema,
  type BinPage,
  type BinQuery,
  type Conversation,
  type DeleteQuery,
} from '#contracts/api';
import { DeleteConversationRoute, ListBinRoute, RestoreConversationRoute } from './bin.openapi.ts';
import { BinService } from './bin.service.ts';

@ApiTags('bin')
@Controller()
export class BinController {
  constructor(private readonly bin: BinService) {}

  @Delete('conversations/:id')
  @HttpCode(204)
  @DeleteConversationRoute()
  delete(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Query({ schema: deleteQuerySchema }) { permanently }: DeleteQuery,
  ): Promise<void> {
    return this.bin.delete(id, permanently);
  }

  @Post('conversations/:id/restore')
  @HttpCode(200)
  @RestoreConversationRoute()
  restore(@Param('id', { schema: idSchema('conversation') }) id: string): Promise<Conversation> {
    return this.bin.restore(id);
  }

  @Get('bin')
  @ListBinRoute()
  list(@Query({ schema: binQuerySchema }) query: BinQuery): Promise<BinPage> {
    return this.bin.list(query);
  }
}
