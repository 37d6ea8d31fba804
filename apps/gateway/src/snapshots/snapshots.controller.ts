import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SnapshotList, Task } from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { ListSnapshotsRoute, TakeSnapshotRoute } from './snapshots.openapi.ts';
import { SnapshotsService } from './snapshots.service.ts';

@ApiTags('snapshots')
@Controller('snapshots')
export class SnapshotsController {
  constructor(private readonly snapshots: SnapshotsService) {}

  @Get()
  @ListSnapshotsRoute()
  list(): Promise<SnapshotList> {
    return this.snapshots.list();
  }

  @Post()
  @HttpCode(202)
  @TakeSnapshotRoute()
  async take(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    const task = await this.snapshots.take(idempotencyKeyOf(request));
    void reply.header('location', `/tasks/${task.id}`);
    return task;
  }
}
