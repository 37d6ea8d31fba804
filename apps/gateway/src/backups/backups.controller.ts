import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  backupQuerySchema,
  createBackupSchema,
  idSchema,
  type BackupDetails,
  type BackupPage,
  type BackupQuery,
  type BackupStatus,
  type CreateBackup,
  type Task,
} from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  BackupStatusRoute,
  CreateBackupRoute,
  FindBackupRoute,
  ListBackupsRoute,
} from './backups.openapi.ts';
import { BackupsService } from './backups.service.ts';

const backupId = { schema: idSchema('backup') };

@ApiTags('backups')
@Controller('backups')
export class BackupsController {
  constructor(private readonly backups: BackupsService) {}

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

  @Get(':id')
  @FindBackupRoute()
  find(@Param('id', backupId) id: string): Promise<BackupDetails> {
    return this.backups.find(id);
  }
}
