import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  idSchema,
  pageQueryOf,
  pageQuerySchema,
  type DocumentPage,
  type DocumentPartPage,
  type PageQuery,
  type ProjectDocument,
} from '#contracts/api';
import { discardRestOf } from '../../http/uploads/discard-rest.ts';
import { DocumentFileResponder } from './document-file.responder.ts';
import { DocumentUploads } from './document-uploads.ts';
import {
  AddDocumentRoute,
  DocumentFileRoute,
  FindDocumentRoute,
  ListDocumentPartsRoute,
  ListDocumentsRoute,
} from './documents.openapi.ts';
import { DocumentsService } from './documents.service.ts';

const projectId = { schema: idSchema('project') };
const document = { schema: idSchema('document') };

@ApiTags('documents')
@Controller('projects/:id/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly uploads: DocumentUploads,
    private readonly file: DocumentFileResponder,
  ) {}

  @Post()
  @HttpCode(202)
  @AddDocumentRoute()
  async add(
    @Param('id', projectId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectDocument> {
    try {
      const added = await this.uploads.accept(id, request);
      void reply.header('location', `/projects/${id}/documents/${added.id}`);
      return added;
    } catch (error) {
      discardRestOf(request);
      throw error;
    }
  }

  @Get()
  @ListDocumentsRoute()
  list(
    @Param('id', projectId) id: string,
    @Query({ schema: pageQueryOf('document') }) query: PageQuery,
  ): Promise<DocumentPage> {
    return this.documents.list(id, query);
  }

  @Get(':documentId')
  @FindDocumentRoute()
  find(
    @Param('id', projectId) id: string,
    @Param('documentId', document) documentId: string,
  ): Promise<ProjectDocument> {
    return this.documents.find(id, documentId);
  }

  @Get(':documentId/parts')
  @ListDocumentPartsRoute()
  parts(
    @Param('id', projectId) id: string,
    @Param('documentId', document) documentId: string,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): Promise<DocumentPartPage> {
    return this.documents.parts(id, documentId, query);
  }

  @Get(':documentId/file')
  @DocumentFileRoute()
  async read(
    @Param('id', projectId) id: string,
    @Param('documentId', document) documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.file.answer(await this.documents.record(id, documentId), request, reply);
  }
}
