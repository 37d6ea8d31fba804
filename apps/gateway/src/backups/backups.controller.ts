import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  backupQuerySchema,
  createBackupSchema,
  idSchema,
  restoreBackupSchema,
  type BackupDetails,
  type BackupPage,
  type BackupQuery,
  type BackupStatus,
  type CreateBackup,
  type RestoreBackup,
  type RestorePlan,
  type Task,
} from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  BackupStatusRoute,
  CreateBackupRoute,
  FindBackupRoute,
  ListBackupsRoute,
  RestoreBackupRoute,
} from './backups.openapi.ts';
import { BackupsService } from './backups.service.ts';
import { RestoresService } from './restores.service.ts';

const backupId = { schema: idSchema('backup') };

@ApiTags('backups')
@Controller('backups')
export class BackupsController {
  constructor(
    private readonly backups: BackupsService,
    private readonly restores: RestoresService,
  ) {}

  @Post()
  @HttpCode(202)
  @CreateBackupRoute()
  async create(
    @Body({ schema: createBackupSchema.optional() }) body: CreateBackup | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    const task = await this.backups.create(body ?? {}, idempotencyKeyOf(request));
    void reply.header('location', `/tasks/${task.id}`);
    return task;
  }

  @Get()
  @ListBackupsRoute()
  list(@Query({ schema: backupQuerySchema }) query: BackupQuery): Promise<BackupPage> {
    return this.backups.list(query);
  }

  @Get('status')
  @BackupStatusRoute()
  status(): Promise<BackupStatus> {
    return this.backups.status();
  }

  @Post(':id/restore')
  @RestoreBackupRoute()
  async restore(
    @Param('id', backupId) id: string,
    @Body({ schema: restoreBackupSchema }) { dryRun = false, confirm }: RestoreBackup,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task | RestorePlan> {
    void reply.status(dryRun ? 200 : 202);
    if (dryRun) return this.restores.plan(id);
    const task = await this.restores.request(id, confirm ?? null, idempotencyKeyOf(request));
    void reply.header('location', `/tasks/${task.id}`);
    return task;
  }

  @Get(':id')
  @FindBackupRoute()
  find(@Param('id', backupId) id: string): Promise<BackupDetails> {
    return this.backups.find(id);
  }
}
