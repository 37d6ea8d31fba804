import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addExchangeSchema, idSchema, type AddExchange, type Exchange } from '#contracts/api';
import { idempotencyKeyOf } from '../../http/idempotency-key.ts';
import { AddExchangeRoute } from './exchanges.openapi.ts';
import { ExchangesService } from './exchanges.service.ts';

@ApiTags('exchanges')
@Controller('conversations/:id/exchanges')
export class ExchangesController {
  constructor(private readonly exchanges: ExchangesService) {}

  @Post()
  @HttpCode(202)
  @AddExchangeRoute()
  async add(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Body({ schema: addExchangeSchema }) body: AddExchange,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Exchange> {
    const added = await this.exchanges.add(id, body, idempotencyKeyOf(request));
    void reply.header('location', `/conversations/${id}`);
    return added;
  }
}
