import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  decideFactSchema,
  factQuerySchema,
  idSchema,
  type DecideFact,
  type FactEvidence,
  type FactPage,
  type FactQuery,
  type FactView,
} from '#contracts/api';
import { EvidenceService } from './evidence.service.ts';
import {
  DecideFactRoute,
  FactEvidenceRoute,
  ListFactsRoute,
  UndoDecisionRoute,
} from './facts.openapi.ts';
import { FactsService } from './facts.service.ts';

const projectId = { schema: idSchema('project') };
const fact = { schema: idSchema('fact') };

@ApiTags('facts')
@Controller('projects/:id/facts')
export class FactsController {
  constructor(
    private readonly facts: FactsService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get()
  @ListFactsRoute()
  list(
    @Param('id', projectId) id: string,
    @Query({ schema: factQuerySchema }) query: FactQuery,
  ): Promise<FactPage> {
    return this.facts.list(id, query);
  }

  @Get(':factId')
  @FactEvidenceRoute()
  find(
    @Param('id', projectId) id: string,
    @Param('factId', fact) factId: string,
  ): Promise<FactEvidence> {
    return this.evidence.find(id, factId);
  }

  @Put(':factId/decision')
  @DecideFactRoute()
  decide(
    @Param('id', projectId) id: string,
    @Param('factId', fact) factId: string,
    @Body({ schema: decideFactSchema }) body: DecideFact,
  ): Promise<FactView> {
    return this.facts.decide(id, factId, body);
  }

  @Delete(':factId/decision')
  @UndoDecisionRoute()
  undo(
    @Param('id', projectId) id: string,
    @Param('factId', fact) factId: string,
  ): Promise<FactView> {
    return this.facts.undo(id, factId);
  }
}
