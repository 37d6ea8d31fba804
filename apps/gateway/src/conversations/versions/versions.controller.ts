import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idSchema,
  textVersionQuerySchema,
  type TextVersionPage,
  type TextVersionQuery,
} from '#contracts/api';
import { VersionsRoute } from './versions.openapi.ts';
import { VersionsService } from './versions.service.ts';

@ApiTags('transcripts')
@Controller('conversations/:id/turns/:turnId/versions')
export class VersionsController {
  constructor(private readonly versions: VersionsService) {}

  @Get()
  @VersionsRoute()
  list(
    @Param('id', { schema: idSchema('conversation') }) id: string,
    @Param('turnId', { schema: idSchema('turn') }) turnId: string,
    @Query({ schema: textVersionQuerySchema }) query: TextVersionQuery,
  ): Promise<TextVersionPage> {
    return this.versions.list(id, turnId, query);
  }
}
