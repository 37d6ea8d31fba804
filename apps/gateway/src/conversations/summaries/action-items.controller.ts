import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  idSchema,
  markActionItemSchema,
  type ActionItemList,
  type MarkActionItem,
} from '#contracts/api';
import { ActionItemsRoute, MarkActionItemRoute } from './action-items.openapi.ts';
import { ActionItemsService } from './action-items.service.ts';

const itemIdSchema = z.string().regex(/^act_[0-9a-f]{24}$/);

@ApiTags('summaries')
@Controller('conversations/:id/action-items')
export class ActionItemsController {
  constructor(private readonly actionItems: ActionItemsService) {}

  @Get()
  @ActionItemsRoute()
  list(@Param('id', { schema: idSchema('conversation') }) id: string): Promise<ActionItemList> {
    return this.actionItems.list(id);
  }

  @Put(':itemId')
  @MarkActionItemRoute()
  mark(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Param('itemId', { schema: itemIdSchema }) itemId: string,
    @Body({ schema: markActionItemSchema }) { state }: MarkActionItem,
  ): Promise<ActionItemList> {
    return this.actionItems.mark(id, itemId, state);
  }
}
