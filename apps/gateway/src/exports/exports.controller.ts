import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  createExportSchema,
  exportQuerySchema,
  idSchema,
  type CreateExport,
  type Export,
  type ExportPage,
  type ExportQuery,
} from '#contracts/api';
import { ExportFolder } from '#store';
import { answerBytes } from '../http/bytes/answer-bytes.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  CreateExportRoute,
  ExportFileRoute,
  FindExportRoute,
  ListExportsRoute,
  RemoveExportRoute,
} from './exports.openapi.ts';
import { ExportsService } from './exports.service.ts';

const exportId = { schema: idSchema('export') };

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly folder: ExportFolder,
  ) {}

  @Post()
  @HttpCode(202)
  @CreateExportRoute()
  async create(
    @Body({ schema: createExportSchema }) body: CreateExport,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Export> {
    const made = await this.exports.create(body, idempotencyKeyOf(request));
    void reply.header('location', `/exports/${made.id}`);
    return made;
  }

  @Get()
  @ListExportsRoute()
  list(@Query({ schema: exportQuerySchema }) query: ExportQuery): Promise<ExportPage> {
    return this.exports.list(query);
  }

  @Get(':id')
  @FindExportRoute()
  find(@Param('id', exportId) id: string): Promise<Export> {
    return this.exports.find(id);
  }

  @Get(':id/file')
  @ExportFileRoute()
  async read(
    @Param('id', exportId) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.exports.file(id);
    const read = (range?: Parameters<ExportFolder['read']>[1]) => this.folder.read(id, range);
    const as = {
      disposition: 'attachment',
      mediaType: 'application/zip',
      caching: 'no-store',
    } as const;
    answerBytes({ ...file, ...as, read }, request, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @RemoveExportRoute()
  remove(@Param('id', exportId) id: string): Promise<void> {
    return this.exports.remove(id);
  }
}
