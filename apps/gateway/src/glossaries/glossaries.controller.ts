import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  addGlossaryEntriesSchema,
  glossaryEntryIdSchema,
  glossaryLevelSchema,
  glossarySubjectSchema,
  idSchema,
  outdatedConversationQuerySchema,
  setGlossaryEntrySchema,
  type AddGlossaryEntries,
  type EffectiveGlossary,
  type Glossary,
  type OutdatedConversationPage,
  type OutdatedConversationQuery,
  type SetGlossaryEntry,
} from '#contracts/api';
import type { GlossaryLevel } from '#contracts/model';
import { entityTagOf, mayChange } from '../http/entity-tag.ts';
import {
  AddEntriesRoute,
  EffectiveGlossaryRoute,
  FindGlossaryRoute,
  OutdatedRoute,
  RemoveEntryRoute,
  SetEntryRoute,
} from './glossaries.openapi.ts';
import { GlossariesService, type IsSeen } from './glossaries.service.ts';
import { OutdatedService } from './outdated.service.ts';

const level = { schema: glossaryLevelSchema };
const subject = { schema: glossarySubjectSchema };
const entry = { schema: glossaryEntryIdSchema };

@ApiTags('glossaries')
@Controller()
export class GlossariesController {
  constructor(
    private readonly glossaries: GlossariesService,
    private readonly outdated: OutdatedService,
  ) {}

  @Get('glossaries/:level/:id')
  @FindGlossaryRoute()
  async find(
    @Param('level', level) of: GlossaryLevel,
    @Param('id', subject) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Glossary> {
    return tagged(await this.glossaries.find({ level: of, id }), reply);
  }

  @Post('glossaries/:level/:id/entries')
  @HttpCode(200)
  @AddEntriesRoute()
  async add(
    @Param('level', level) of: GlossaryLevel,
    @Param('id', subject) id: string,
    @Body({ schema: addGlossaryEntriesSchema }) { entries }: AddGlossaryEntries,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Glossary> {
    const scope = { level: of, id };
    return tagged(await this.glossaries.add(scope, entries, seenBy(request)), reply);
  }

  @Put('glossaries/:level/:id/entries/:entryId')
  @SetEntryRoute()
  async set(
    @Param('level', level) of: GlossaryLevel,
    @Param('id', subject) id: string,
    @Param('entryId', entry) entryId: string,
    @Body({ schema: setGlossaryEntrySchema }) body: SetGlossaryEntry,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Glossary> {
    const scope = { level: of, id };
    return tagged(await this.glossaries.set(scope, entryId, body, seenBy(request)), reply);
  }

  @Delete('glossaries/:level/:id/entries/:entryId')
  @HttpCode(204)
  @RemoveEntryRoute()
  async remove(
    @Param('level', level) of: GlossaryLevel,
    @Param('id', subject) id: string,
    @Param('entryId', entry) entryId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.glossaries.remove({ level: of, id }, entryId, seenBy(request));
  }

  @Get('glossaries/:level/:id/outdated')
  @OutdatedRoute()
  listOutdated(
    @Param('level', level) of: GlossaryLevel,
    @Param('id', subject) id: string,
    @Query({ schema: outdatedConversationQuerySchema }) query: OutdatedConversationQuery,
  ): Promise<OutdatedConversationPage> {
    return this.outdated.list({ level: of, id }, query);
  }

  @Get('conversations/:id/effective-glossary')
  @EffectiveGlossaryRoute()
  effective(
    @Param('id', { schema: idSchema('conversation') }) id: string,
  ): Promise<EffectiveGlossary> {
    return this.glossaries.effective(id);
  }
}

/** Whether the request names the tag of a glossary, or none. */
function seenBy(request: FastifyRequest): IsSeen {
  return (glossary) => mayChange(request, tagOf(glossary));
}

function tagged(glossary: Glossary, reply: FastifyReply): Glossary {
  void reply.header('etag', tagOf(glossary));
  return glossary;
}

/** The same entries have the same tag, whenever they were written. */
function tagOf({ entries }: Glossary): string {
  return entityTagOf(entries);
}
