import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  eraseOwnerSchema,
  erasureQuerySchema,
  idSchema,
  ownerIdSchema,
  type EraseOwner,
  type ErasureDetails,
  type ErasurePage,
  type ErasureQuery,
  type RequestedErasure,
} from '#contracts/api';
import { EraseOwnerRoute, FindErasureRoute, ListErasuresRoute } from './erasures.openapi.ts';
import { ErasuresService } from './erasures.service.ts';

@ApiTags('owners')
@Controller()
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Post('owners/:ownerId/erasure')
  @HttpCode(202)
  @EraseOwnerRoute()
  async request(
    @Param('ownerId', { schema: ownerIdSchema }) ownerId: string,
    @Body({ schema: eraseOwnerSchema }) { confirm }: EraseOwner,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestedErasure> {
    const requested = await this.erasures.request(ownerId, confirm);
    void reply.header('location', `/erasures/${requested.erasure.id}`);
    return requested;
  }

  @Get('erasures')
  @ListErasuresRoute()
  list(@Query({ schema: erasureQuerySchema }) query: ErasureQuery): Promise<ErasurePage> {
    return this.erasures.list(query);
  }

  @Get('erasures/:id')
  @FindErasureRoute()
  find(@Param('id', { schema: idSchema('erasure') }) id: string): Promise<ErasureDetails> {
    return this.erasures.find(id);
  }
}
