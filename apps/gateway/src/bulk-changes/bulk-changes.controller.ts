import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  bulkChangeQuerySchema,
  idSchema,
  requestBulkChangeSchema,
  type BulkChange,
  type BulkChangePage,
  type BulkChangeQuery,
  type RequestBulkChange,
} from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  FindBulkChangeRoute,
  ListBulkChangesRoute,
  RequestBulkChangeRoute,
} from './bulk-changes.openapi.ts';
import { BulkChangesService } from './bulk-changes.service.ts';

@ApiTags('bulk changes')
@Controller('bulk-changes')
export class BulkChangesController {
  constructor(private readonly changes: BulkChangesService) {}

  @Post()
  @HttpCode(202)
  @RequestBulkChangeRoute()
  async request(
    @Body({ schema: requestBulkChangeSchema }) body: RequestBulkChange,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkChange> {
    const change = await this.changes.request(body, idempotencyKeyOf(request));
    void reply.header('location', `/bulk-changes/${change.id}`);
    return change;
  }

  @Get()
  @ListBulkChangesRoute()
  list(@Query({ schema: bulkChangeQuerySchema }) query: BulkChangeQuery): Promise<BulkChangePage> {
    return this.changes.list(query);
  }

  @Get(':id')
  @FindBulkChangeRoute()
  find(@Param('id', { schema: idSchema('bulkChange') }) id: string): Promise<BulkChange> {
    return this.changes.find(id);
  }
}
