import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  idSchema,
  latestReportQuerySchema,
  reportChangesQuerySchema,
  reportQuerySchema,
  requestReportSchema,
  type LatestReportQuery,
  type ReportChangesQuery,
  type ReportChangesView,
  type ReportPage,
  type ReportQuery,
  type ReportView,
  type RequestReport,
  type Task,
} from '#contracts/api';
import { idempotencyKeyOf } from '../../http/idempotency-key.ts';
import {
  FindReportRoute,
  LatestReportRoute,
  ListReportsRoute,
  ReportChangesRoute,
  RequestReportRoute,
} from './reports.openapi.ts';
import { ReportsService } from './reports.service.ts';

const projectId = { schema: idSchema('project') };
const report = { schema: idSchema('report') };

@ApiTags('reports')
@Controller('projects/:id/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Post()
  @HttpCode(202)
  @RequestReportRoute()
  async request(
    @Param('id', projectId) id: string,
    @Body({ schema: requestReportSchema }) body: RequestReport,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    const task = await this.reports.request(id, body, idempotencyKeyOf(request));
    void reply.header('location', `/tasks/${task.id}`);
    return task;
  }

  @Get()
  @ListReportsRoute()
  list(
    @Param('id', projectId) id: string,
    @Query({ schema: reportQuerySchema }) query: ReportQuery,
  ): Promise<ReportPage> {
    return this.reports.list(id, query);
  }

  @Get('latest')
  @LatestReportRoute()
  latest(
    @Param('id', projectId) id: string,
    @Query({ schema: latestReportQuerySchema }) { agent }: LatestReportQuery,
  ): Promise<ReportView> {
    return this.reports.latest(id, agent);
  }

  @Get(':reportId')
  @FindReportRoute()
  find(
    @Param('id', projectId) id: string,
    @Param('reportId', report) reportId: string,
  ): Promise<ReportView> {
    return this.reports.find(id, reportId);
  }

  @Get(':reportId/changes')
  @ReportChangesRoute()
  changes(
    @Param('id', projectId) id: string,
    @Param('reportId', report) reportId: string,
    @Query({ schema: reportChangesQuerySchema }) { since }: ReportChangesQuery,
  ): Promise<ReportChangesView> {
    return this.reports.changes(id, reportId, since);
  }
}
