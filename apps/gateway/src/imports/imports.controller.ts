import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  idSchema,
  importQuerySchema,
  type Import,
  type ImportPage,
  type ImportQuery,
} from '#contracts/api';
import { discardRestOf } from '../http/uploads/discard-rest.ts';
import { AcceptImportRoute, FindImportRoute, ListImportsRoute } from './imports.openapi.ts';
import { ImportsService } from './imports.service.ts';

const importId = { schema: idSchema('import') };

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @HttpCode(202)
  @AcceptImportRoute()
  async accept(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Import> {
    try {
      const accepted = await this.imports.accept(request);
      void reply.header('location', `/imports/${accepted.id}`);
      return accepted;
    } catch (error) {
      discardRestOf(request);
      throw error;
    }
  }

  @Get()
  @ListImportsRoute()
  list(@Query({ schema: importQuerySchema }) query: ImportQuery): Promise<ImportPage> {
    return this.imports.list(query);
  }

  @Get(':id')
  @FindImportRoute()
  find(@Param('id', importId) id: string): Promise<Import> {
    return this.imports.find(id);
  }
}
