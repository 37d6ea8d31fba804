import { Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deleteQuerySchema,
  idSchema,
  type DeleteQuery,
  type Project,
  type ProjectDocument,
} from '#contracts/api';
import {
  DeleteDocumentRoute,
  DeleteProjectRoute,
  RestoreDocumentRoute,
  RestoreProjectRoute,
} from './bin-of-projects.openapi.ts';
import { BinService } from './bin.service.ts';

const projectId = { schema: idSchema('project') };
const document = { schema: idSchema('document') };
const deleteQuery = { schema: deleteQuerySchema };

@ApiTags('bin')
@Controller('projects/:id')
export class BinOfProjectsController {
  constructor(private readonly bin: BinService) {}

  @Delete()
  @HttpCode(204)
  @DeleteProjectRoute()
  deleteProject(
    @Param('id', projectId) id: string,
    @Query(deleteQuery) { permanently }: DeleteQuery,
  ): Promise<void> {
    return this.bin.delete({ kind: 'project', id }, permanently);
  }

  @Post('restore')
  @HttpCode(200)
  @RestoreProjectRoute()
  restoreProject(@Param('id', projectId) id: string): Promise<Project> {
    return this.bin.restoreProject(id);
  }

  @Delete('documents/:documentId')
  @HttpCode(204)
  @DeleteDocumentRoute()
  deleteDocument(
    @Param('id', projectId) within: string,
    @Param('documentId', document) id: string,
    @Query(deleteQuery) { permanently }: DeleteQuery,
  ): Promise<void> {
    return this.bin.delete({ kind: 'document', id, within }, permanently);
  }

  @Post('documents/:documentId/restore')
  @HttpCode(200)
  @RestoreDocumentRoute()
  restoreDocument(
    @Param('id', projectId) within: string,
    @Param('documentId', document) id: string,
  ): Promise<ProjectDocument> {
    return this.bin.restoreDocument(within, id);
  }
}
